import { describe, expect, test, vi } from 'vitest';
import { drawStroke, open, part, press, root, sent } from './rendered-pad';

describe('Stroke', () => {
  test('that moves: sends nothing; at its end the whole drawing is sent once', () => {
    open();
    press(' ', 'ArrowRight', 'ArrowRight');
    expect(sent).toEqual([]);
    press(' ');

    expect(sent).toHaveLength(1);
    const [method, strokes, inputs] = sent[0]!;
    expect(method).toBe('InkDrawn');
    expect(strokes.map(stroke => stroke.map(([x, y]) => [x, y]))).toEqual([
      [
        [120, 60],
        [130, 60],
        [140, 60],
      ],
    ]);
    expect(inputs).toEqual(['keyboard']);
  });

  test('on a blank sheet: the pad is no longer marked as blank', () => {
    open();
    expect(root().hasAttribute('data-blank')).toBe(true);
    press(' ');

    expect(root().hasAttribute('data-blank')).toBe(false);
  });

  test('server out of reach: the drawing stays, and is sent when the connection is back', async () => {
    vi.spyOn(console, 'debug').mockReturnValue();
    open(() => Promise.reject(new Error('No connection.')));
    drawStroke();
    await vi.waitFor(() => expect(console.debug).toHaveBeenCalled());
    document.dispatchEvent(new Event('reconnected'));

    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  test('on a full sheet: is refused, and a note says so', () => {
    const stroke = Array.from({ length: 20_000 }, (_, i) => [i / 100, 0, i]);
    sessionStorage.setItem(`game-night.ink${location.pathname}`, JSON.stringify({ unit: 240, strokes: [stroke], inputs: ['pen'] }));
    open();
    press(' ');

    expect(part('note').textContent).toContain('full');
  });

  test('drawn by keyboard: a note says whether the pen is down; one by mouse takes the note away', () => {
    open();
    press(' ');
    expect(part('note').textContent).toBe('Pen down');
    press(' ');
    expect(part('note').textContent).toBe('Pen up');
    part('sheet').setPointerCapture = () => undefined;
    part('sheet').dispatchEvent(new PointerEvent('pointerdown', { pointerId: 1, pointerType: 'mouse' }));

    expect(part('note').textContent).toBe('');
  });
});

describe('Page that is loaded again', () => {
  test('drawing: is there and is sent', () => {
    const pad = open();
    drawStroke();
    pad.dispose();
    open();

    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(root().hasAttribute('data-blank')).toBe(false);
  });

  test('no drawing: sends nothing', () => {
    open();

    expect(sent).toEqual([]);
  });
});

describe('Undo and Clear', () => {
  test('Undo: sends what is left', () => {
    open();
    drawStroke();
    drawStroke();
    part('undo').click();

    expect(sent.map(([, strokes]) => strokes.length)).toEqual([1, 2, 1]);
  });

  test('Clear: sends an empty drawing, and the pad is blank after a reload, too', () => {
    open();
    drawStroke();
    part('clear').click();
    expect(sent.at(-1)?.[1]).toEqual([]);
    expect(root().hasAttribute('data-blank')).toBe(true);
    open();

    expect(sent).toHaveLength(2);
  });
});

test('Disposed pad: neither draws nor sends', () => {
  open().dispose();
  drawStroke();
  document.dispatchEvent(new Event('reconnected'));

  expect(sent).toEqual([]);
});

test.each(['themechange', 'resize'])('%s: the drawing is painted again', async event => {
  open();
  drawStroke();
  const canvas = part('dry') as HTMLCanvasElement;
  canvas.width = 0;
  if (event === 'resize') part('sheet').style.width = '200px';
  else document.dispatchEvent(new Event(event));

  await vi.waitFor(() => expect(canvas.width).toBe(event === 'resize' ? 200 : 240));
});
