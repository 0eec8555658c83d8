import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attach } from '../js/drawing-pad';
import type { Ink } from '../js/pad/ink';

type Sent = [method: string, strokes: Ink['strokes'], inputs: Ink['inputs']];

let sent: Sent[];
let pads: { dispose(): void }[];

beforeEach(() => {
  // As DrawingPad.razor renders it.
  document.body.innerHTML = `
    <div id="pad" data-blank>
      <div data-pad="sheet" tabindex="0" style="position: relative; width: 240px; height: 240px">
        <canvas data-pad="dry"></canvas><canvas data-pad="wet"></canvas><span data-pad="cursor"></span>
      </div>
      <p data-pad="note"></p><button data-pad="undo"></button><button data-pad="clear"></button>
    </div>`;
  sent = [];
  pads = [];
});

afterEach(() => {
  pads.forEach(pad => pad.dispose());
  sessionStorage.clear();
  vi.restoreAllMocks();
});

const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-pad="${name}"]`)!;
const root = (): HTMLElement => document.getElementById('pad')!;

function open(answer = (): Promise<void> => Promise.resolve()): ReturnType<typeof attach> {
  const pad = attach(root(), {
    invokeMethodAsync(...message): Promise<void> {
      sent.push(structuredClone(message));
      return answer();
    },
  });
  pads.push(pad);
  return pad;
}

function press(...keys: string[]): void {
  for (const key of keys) part('sheet').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

const drawStroke = (): void => press(' ', 'ArrowRight', 'ArrowDown', ' ');

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

describe('Finished drawing', () => {
  test('next stroke: begins a new drawing', () => {
    const pad = open();
    drawStroke();
    pad.finish(1);
    drawStroke();

    expect(sent.map(([, strokes]) => strokes.length)).toEqual([1, 1]);
  });

  test('strokes were added before the guess came: goes on', () => {
    const pad = open();
    drawStroke();
    drawStroke();
    pad.finish(1);
    drawStroke();

    expect(sent.at(-1)?.[1]).toHaveLength(3);
  });

  test('pen is down when the guess comes: goes on', () => {
    const pad = open();
    press(' ', 'ArrowRight');
    pad.finish(1);
    press(' ', ' ', ' ');

    expect(sent.at(-1)?.[1]).toHaveLength(2);
  });

  test('Undo: goes on with the drawing', () => {
    const pad = open();
    drawStroke();
    drawStroke();
    pad.finish(2);
    part('undo').click();
    drawStroke();

    expect(sent.at(-1)?.[1]).toHaveLength(2);
  });

  test('connection comes back: is not sent again', () => {
    const pad = open();
    drawStroke();
    pad.finish(1);
    document.dispatchEvent(new Event('reconnected'));

    expect(sent).toHaveLength(1);
  });

  test('forget: stays on the sheet, and is gone after a reload', () => {
    const pad = open();
    drawStroke();
    pad.finish(1);
    pad.forget();
    expect(root().hasAttribute('data-blank')).toBe(false);
    open();

    expect(root().hasAttribute('data-blank')).toBe(true);
  });

  test('forget and focus without a finished drawing: do nothing', () => {
    const pad = open();
    drawStroke();
    pad.forget();
    pad.focus();
    open();

    expect(root().hasAttribute('data-blank')).toBe(false);
    expect(document.activeElement).toBe(document.body);
  });

  test('focus: the sheet has it', () => {
    const pad = open();
    drawStroke();
    pad.finish(1);
    pad.focus();

    expect(document.activeElement).toBe(part('sheet'));
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
