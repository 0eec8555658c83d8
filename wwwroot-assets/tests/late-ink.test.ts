// Where the page guesses at the ink by itself, the server gets it later: but always before anything that is about it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawStroke, open, part, point, reload, root, sent } from './rendered-pad';

const counts = (): number[] => sent.map(([, strokes]) => strokes.length);
const guess = (): HTMLElement => root().querySelector<HTMLElement>('#guess')!;
let page = new AbortController();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  page = new AbortController();
  document.addEventListener('ink', event => event.preventDefault(), { signal: page.signal });
});

afterEach(() => {
  page.abort();
  vi.useRealTimers();
});

test('The first stroke is sent at once, the others together when the pen has rested', () => {
  open();
  for (let i = 0; i < 3; i++) drawStroke();
  expect(counts()).toEqual([1]);
  vi.advanceTimersByTime(900);
  drawStroke();
  vi.advanceTimersByTime(900);
  expect(counts()).toEqual([1]);
  vi.advanceTimersByTime(100);

  expect(counts()).toEqual([1, 4]);
});

test('The pen is down again: half a stroke is sent to nobody, unless a press asks for something', () => {
  open();
  drawStroke();
  drawStroke();
  vi.advanceTimersByTime(900);
  point('pointerdown', 10, 10);
  vi.advanceTimersByTime(2_000);
  expect(counts()).toEqual([1]);
  point('pointerup', 20, 20);
  vi.advanceTimersByTime(1_000);
  expect(counts()).toEqual([1, 3]);

  drawStroke();
  point('pointerdown', 10, 10);
  guess().click();
  expect(counts()).toEqual([1, 3, 5]);
});

test('A page that guesses nothing by itself: every stroke is sent at once', () => {
  page.abort();
  open();
  for (let i = 0; i < 3; i++) drawStroke();

  expect(counts()).toEqual([1, 2, 3]);
});

test('A press on a button: whoever hears of it has the ink', () => {
  open();
  drawStroke();
  drawStroke();
  const had: number[] = [];
  // As Blazor listens.
  document.addEventListener('click', () => had.push(...counts()), { signal: page.signal });
  guess().click();
  expect(had).toEqual([1, 2]);
  vi.runAllTimers();

  expect(counts()).toEqual([1, 2]);
});

test('A contestant that is chosen: the server has the ink', () => {
  open();
  drawStroke();
  drawStroke();
  root().insertAdjacentHTML('beforeend', '<input type="radio">');
  root()
    .querySelector('input')!
    .dispatchEvent(new Event('change', { bubbles: true }));

  expect(counts()).toEqual([1, 2]);
});

test('A stroke after a press is sent at once: the server may be at work on the drawing', () => {
  open();
  drawStroke();
  drawStroke();
  guess().click();
  drawStroke();
  drawStroke();
  expect(counts()).toEqual([1, 2, 3]);
  vi.runAllTimers();

  expect(counts()).toEqual([1, 2, 3, 4]);
});

test('The click that ends a stroke by mouse is no press', () => {
  open();
  for (let i = 0; i < 2; i++) {
    point('pointerdown', 10, 10 + i);
    point('pointerup', 10, 10 + i);
    part('sheet').click();
  }

  expect(counts()).toEqual([1]);
});

test.each([
  ['undo', [1, 2, 1]],
  ['clear', [1, 2, 0]],
])('%s: is sent at once, after what was drawn', (button, expected) => {
  open();
  drawStroke();
  drawStroke();
  part(button).click();
  vi.runAllTimers();

  expect(counts()).toEqual(expected);
});

test('The connection is back: all ink is sent, once', () => {
  open();
  drawStroke();
  drawStroke();
  document.dispatchEvent(new Event('reconnected'));
  vi.runAllTimers();

  expect(counts()).toEqual([1, 2]);
});

test('The page is left: nothing is sent any more', async () => {
  open();
  drawStroke();
  drawStroke();
  const leaving = reload();
  vi.runAllTimers();
  await leaving;

  expect(counts()).toEqual([1]);
});
