import { beforeEach, describe, expect, test } from 'vitest';
import { listenForDrawingKeys } from '../../js/pad/keyboard';
import { PenRecorder } from './recorder';

const side = 240;
const coarse = side / 24;
const fine = side / 96;

let sheet: HTMLElement;
let cursor: HTMLElement;
let pen: PenRecorder;
let lifetime: AbortController;

beforeEach(() => {
  document.body.innerHTML = '<div tabindex="0"><i></i></div><button></button>';
  sheet = document.querySelector('div')!;
  sheet.style.cssText = `position: relative; width: ${side}px; height: ${side}px`;
  cursor = document.querySelector('i')!;
  pen = new PenRecorder();
  lifetime = new AbortController();
  listenForDrawingKeys(sheet, cursor, pen, lifetime.signal);
});

/** @returns false where the key's own effect on the page, scrolling for one, was prevented. */
function press(key: string, options: KeyboardEventInit = {}): boolean {
  return sheet.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
}

function cursorPosition(): number[] {
  return [cursor.style.left, cursor.style.top].map(share => (parseFloat(share) / 100) * side);
}

describe('Space', () => {
  test('pressed twice: puts the pen down in the middle of the upper half and lifts it', () => {
    press(' ');
    expect(cursor.dataset.pen).toBe('down');
    press(' ');

    expect(pen.calls).toEqual([['down', side / 2, side / 4, 'keyboard'], ['up']]);
    expect(cursor.dataset.pen).toBe('up');
  });

  test('held down: counts once, and does not scroll the page', () => {
    press(' ');
    expect(press(' ', { repeat: true })).toBe(false);

    expect(pen.names).toEqual(['down']);
  });
});

describe('Arrow keys', () => {
  test.each([
    ['ArrowLeft', -coarse, 0],
    ['ArrowRight', coarse, 0],
    ['ArrowUp', 0, -coarse],
    ['ArrowDown', 0, coarse],
  ])('%s with the pen down: draws one step', (key, dx, dy) => {
    press(' ');
    press(key);

    expect(pen.calls.at(-1)).toEqual(['move', expect.closeTo(side / 2 + dx), expect.closeTo(side / 4 + dy)]);
    expect(cursorPosition()).toEqual([expect.closeTo(side / 2 + dx), expect.closeTo(side / 4 + dy)]);
  });

  test('with the pen up: move the cursor and draw nothing', () => {
    press('ArrowRight');

    expect(pen.calls).toEqual([]);
    expect(cursorPosition()).toEqual([expect.closeTo(side / 2 + coarse), expect.closeTo(side / 4)]);
  });

  test('with Shift: make a quarter of the step', () => {
    press('ArrowDown', { shiftKey: true });

    expect(cursorPosition()[1]).toBeCloseTo(side / 4 + fine);
  });

  test('with Ctrl, Alt or the Windows key: are left to the browser', () => {
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) expect(press('ArrowDown', { [modifier]: true })).toBe(true);

    expect(cursorPosition()[1]).toBeCloseTo(side / 4);
  });

  test.each([
    ['ArrowLeft', [0.03 * side, side / 4]],
    ['ArrowRight', [0.97 * side, side / 4]],
    ['ArrowUp', [side / 2, 0.03 * side]],
    ['ArrowDown', [side / 2, 0.97 * side]],
  ])('%s often: the pen stops before the edge', (key, [x, y]) => {
    for (let i = 0; i < 40; i++) press(key);

    expect(cursorPosition()).toEqual([expect.closeTo(x!), expect.closeTo(y!)]);
  });

  test('sheet that was resized: the pen has kept its place on it', () => {
    sheet.style.width = sheet.style.height = `${2 * side}px`;
    press(' ');

    expect(pen.calls).toEqual([['down', side, side / 2, 'keyboard']]);
  });

  test('on the sheet: do not scroll the page', () => {
    expect(press('ArrowDown')).toBe(false);
    expect(press(' ')).toBe(false);
  });
});

describe('A stroke under the keyboard', () => {
  beforeEach(() => {
    press(' ');
  });

  test.each([
    ['Enter', {}],
    ['Escape', {}],
    ['z', { ctrlKey: true }],
    ['z', { metaKey: true }],
  ])('%s %o: ends, and the key keeps its effect', (key, options) => {
    expect(press(key, options)).toBe(true);
    expect(pen.names).toEqual(['down', 'up']);
  });

  test('focus leaves the sheet: ends', () => {
    sheet.focus();
    document.querySelector('button')!.focus();

    expect(pen.names).toEqual(['down', 'up']);
    expect(cursor.dataset.pen).toBe('up');
  });

  test('pointer comes down: ends, and the cursor is hidden', () => {
    expect(sheet.dataset.keyboard).toBe('on');
    sheet.dispatchEvent(new PointerEvent('pointerdown'));

    expect(pen.names).toEqual(['down', 'up']);
    expect(sheet.dataset.keyboard).toBeUndefined();
  });

  test('any other key: goes on', () => {
    expect(press('z')).toBe(true);
    expect(pen.names).toEqual(['down']);
  });
});

test('Enter, Escape and focus that leaves, without a stroke: do nothing', () => {
  press('Enter');
  press('Escape');
  sheet.dispatchEvent(new FocusEvent('blur'));

  expect(pen.calls).toEqual([]);
});

test('Lifetime that has ended: keys do nothing', () => {
  lifetime.abort();
  press(' ');
  press('ArrowDown');

  expect(pen.calls).toEqual([]);
});
