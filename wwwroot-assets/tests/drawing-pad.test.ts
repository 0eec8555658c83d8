import { beforeEach, describe, expect, test, vi } from 'vitest';
import { attach } from '../js/drawing-pad';
import { drawStroke, inkIsSeen, open, part, point, press, reload, root, sent } from './rendered-pad';

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
    await expect.poll(() => console.debug).toHaveBeenCalled();
    document.dispatchEvent(new Event('reconnected'));

    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  test('on a full sheet: is refused, and a note says so', async () => {
    const stroke = Array.from({ length: 20_000 }, (_, i) => [i / 100, 0, i]);
    sessionStorage.setItem(`game-night.ink${location.pathname}`, JSON.stringify({ unit: 240, strokes: [stroke], inputs: ['pen'] }));
    await reload();
    open();
    drawStroke();

    expect(part('note').textContent).toContain('full');
    expect(sent).toHaveLength(1);
  });

  test('drawn by keyboard: a note says whether the pen is down; one by mouse takes the note away', () => {
    open();
    press(' ');
    expect(part('note').textContent).toBe('Pen down');
    press(' ');
    expect(part('note').textContent).toBe('Pen up');
    point('pointerdown', 9, 9);

    expect(part('note').textContent).toBe('');
  });
});

describe('Page that is loaded again', () => {
  test('sheet of another width: goes on in the units of the drawing', async () => {
    open();
    point('pointerdown', 120, 60);
    point('pointerup', 120, 60);
    await reload();
    part('sheet').style.width = part('sheet').style.height = '120px';
    open();
    point('pointerdown', 60, 30);
    point('pointerup', 60, 30);

    expect(sent.at(-1)?.[1].map(([first]) => first?.slice(0, 2))).toEqual([
      [120, 60],
      [120, 60],
    ]);
  });

  test('drawing: is there and is sent', async () => {
    open();
    drawStroke();
    await reload();
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
    expect(inkIsSeen()).toBe(true);
  });

  test('Undo of the only stroke: leaves a blank sheet', () => {
    open();
    drawStroke();
    part('undo').click();

    expect(inkIsSeen()).toBe(false);
    expect(root().hasAttribute('data-blank')).toBe(true);
  });

  test('Clear: leaves a blank sheet, and sends it; after a reload it is blank, too', async () => {
    open();
    drawStroke();
    part('clear').click();
    expect(sent.at(-1)?.[1]).toEqual([]);
    expect(inkIsSeen()).toBe(false);
    expect(root().hasAttribute('data-blank')).toBe(true);
    await reload();
    open();

    expect(sent).toHaveLength(2);
  });

  test.each(['undo', 'clear'])('%s while the pen is down: ends the stroke, whose rest is not drawn', button => {
    open();
    drawStroke();
    drawStroke();
    point('pointerdown', 10, 10);
    part(button).click();
    const last = sent.at(-1);
    point('pointermove', 90, 90);
    point('pointerup', 90, 90);

    expect(sent).toHaveLength(3);
    part('undo').click();
    expect(sent.at(-1)?.[1]).toEqual(last?.[1].slice(0, -1));
  });
});

describe('Stroke that the end of the page breaks off', () => {
  test('is there after the reload, as far as it was drawn', async () => {
    open();
    point('pointerdown', 10, 10);
    point('pointermove', 90, 90);
    dispatchEvent(new Event('pagehide'));
    await reload();
    open();

    expect(sent).toHaveLength(1);
    expect(sent[0]![1][0]!.map(([x, y]) => [x, y])).toEqual([
      [10, 10],
      [90, 90],
    ]);
  });
});

describe('Button "Next"', () => {
  test('clears the sheet, sends it, and gives it the focus', () => {
    const pad = open();
    drawStroke();
    pad.finish(1);
    root().insertAdjacentHTML('beforeend', '<button data-pad="next"></button>');
    part('next').click();

    expect(sent.at(-1)?.[1]).toEqual([]);
    expect(root().hasAttribute('data-blank')).toBe(true);
    expect(document.activeElement).toBe(part('sheet'));
  });
});

test('Pad whose page was left before it could be attached: does nothing', () => {
  const pad = attach(null, { invokeMethodAsync: () => Promise.reject(new Error('Nothing was drawn.')) });

  expect(() => {
    pad.clear();
    pad.finish(1);
    pad.forget();
    pad.focus();
    pad.dispose();
  }).not.toThrow();
});

describe('Button that is pressed before the connection is there', () => {
  const presses: string[] = [];
  const listen = (selector: string): void => document.querySelector(selector)!.addEventListener('click', () => presses.push(selector));

  beforeEach(() => presses.splice(0));

  test('beside the sheet: is pressed again then', () => {
    document.querySelector<HTMLElement>('#guess')!.click();
    listen('#guess');
    open();

    expect(presses).toEqual(['#guess']);
  });

  test('beside a sheet that keeps nothing: is not', async () => {
    await reload(true);
    document.querySelector<HTMLElement>('#guess')!.click();
    listen('#guess');
    open();

    expect(presses).toEqual([]);
  });

  test.each([false, true])('elsewhere, with a name for it: is pressed again then, once', async fleeting => {
    await reload(fleeting);
    document.body.insertAdjacentHTML('afterbegin', '<button data-early="challenge"></button><button id="other"></button>');
    document.querySelector<HTMLElement>('[data-early]')!.click();
    document.querySelector<HTMLElement>('#other')!.click();
    ['[data-early]', '#other'].forEach(listen);
    open();
    open();

    expect(presses).toEqual(['[data-early]']);
  });
});
