import { expect, test, vi } from 'vitest';
import { drawStroke, inkIsSeen, open, part, point, press, reload, replace, root, sent } from './rendered-pad';

const places = (strokes: number): number[][] => sent.at(-1)![1][strokes]!.map(([x, y]) => [x, y]);

test('Strokes before the server listens: are seen at once, and are sent when it does', () => {
  drawStroke();
  drawStroke();
  expect(inkIsSeen()).toBe(true);
  expect(root().hasAttribute('data-blank')).toBe(false);
  open();

  expect(sent.map(([, strokes]) => strokes.length)).toEqual([2]);
});

test('Undo and Clear before the server listens: do as ever', () => {
  drawStroke();
  drawStroke();
  part('undo').click();
  part('clear').click();
  drawStroke();
  open();

  expect(sent.map(([, strokes]) => strokes.length)).toEqual([1]);
});

test('Page is replaced by the interactive one: the drawing goes on there, and keeps its times', () => {
  drawStroke();
  replace();
  open();
  drawStroke();

  expect(sent.map(([, strokes]) => strokes.length)).toEqual([1, 2]);
  const times = sent
    .at(-1)![1]
    .flat()
    .map(([, , t]) => t);
  expect(times).toEqual([...times].sort((one, other) => one - other));
});

test('Page is replaced under the pen: the stroke goes on, and is whole', () => {
  point('pointerdown', 10, 10);
  point('pointermove', 20, 20);
  replace();
  // A browser captures only pointers of real devices.
  const captured: number[] = [];
  part('sheet').setPointerCapture = id => captured.push(id);
  open();
  expect(captured).toEqual([1]);
  expect(sent).toEqual([]);
  point('pointermove', 30, 30);
  point('pointerup', 30, 30);

  expect(sent).toHaveLength(1);
  expect(places(0)).toEqual([
    [10, 10],
    [20, 20],
    [30, 30],
  ]);
});

test('Page is replaced while the pen is lifted: the stroke has ended', () => {
  point('pointerdown', 10, 10);
  replace();
  part('sheet').setPointerCapture = () => {
    throw new DOMException('There is no such pointer.', 'NotFoundError');
  };
  open();

  expect(places(0)).toEqual([[10, 10]]);
});

test('Page is replaced while the keyboard has the pen down: the stroke has ended', () => {
  press(' ', 'ArrowRight');
  replace();
  open();

  expect(places(0)).toHaveLength(2);
});

test('Page is loaded again before the server listened: the drawing is there', async () => {
  drawStroke();
  await reload();
  open();

  expect(sent.map(([, strokes]) => strokes.length)).toEqual([1]);
});

test('Guess pressed before the server listens: is pressed when it does, after the drawing is sent', () => {
  drawStroke();
  root().querySelector<HTMLElement>('#guess')!.click();
  expect(part('note').textContent).toContain('One moment');
  replace();
  const sentBefore = vi.fn(() => sent.length);
  root().querySelector('#guess')!.addEventListener('click', sentBefore);
  open();

  expect(sentBefore).toHaveBeenCalledOnce();
  expect(sentBefore).toHaveReturnedWith(1);
});
