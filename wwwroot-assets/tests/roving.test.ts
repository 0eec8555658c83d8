import { array, assert as check, constantFrom, integer, property, tuple, uniqueArray } from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listenForGridKeys } from '../js/roving';

beforeAll(listenForGridKeys);

/** A grid with links at these cells; the first is the tab stop and has the focus. */
function show(...cells: string[]): void {
  document.body.innerHTML = `<div data-roving>${cells
    .map((cell, i) => `<a href="#${cell}" data-cell="${cell}" tabindex="${i === 0 ? 0 : -1}"><b>${cell}</b></a>`)
    .join('')}</div>`;
  document.querySelector('a')!.focus();
}

/** @returns false where the key's own effect, scrolling for one, was prevented. */
function press(key: string, options: KeyboardEventInit = {}): boolean {
  return document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
}

const focused = (): string | undefined => (document.activeElement as HTMLElement).dataset.cell;

describe('Arrow key', () => {
  beforeEach(() => show('1,1', '0,1', '1,0', '1,2', '2,1'));

  test.each([
    ['ArrowUp', '0,1'],
    ['ArrowLeft', '1,0'],
    ['ArrowRight', '1,2'],
    ['ArrowDown', '2,1'],
  ])('%s: goes to the neighbour and does not scroll', (key, cell) => {
    expect(press(key)).toBe(false);
    expect(focused()).toBe(cell);
  });

  test('at the edge: stays, and is left to the page', () => {
    press('ArrowUp');
    expect(press('ArrowUp')).toBe(true);

    expect(focused()).toBe('0,1');
  });

  test.each(['ctrlKey', 'altKey', 'metaKey'])('with %s: is left to the browser', modifier => {
    expect(press('ArrowDown', { [modifier]: true })).toBe(true);
    expect(focused()).toBe('1,1');
  });
});

const places = uniqueArray(tuple(integer({ min: 0, max: 9 }), integer({ min: 0, max: 9 })), {
  minLength: 1,
  maxLength: 20,
  selector: String,
});

test.each([
  ['ArrowUp', -1, 0],
  ['ArrowDown', 1, 0],
  ['ArrowLeft', 0, -1],
  ['ArrowRight', 0, 1],
])('%s in any grid with gaps: goes to the nearest line ahead, and there to the nearest cell', (key, down, right) => {
  check(
    property(places, ([from, ...others]) => {
      const [row, column] = from!;
      show(String(from), ...others.map(String));
      press(key);

      const ahead = others.filter(([r, c]) => (down ? Math.sign(r - row) === down : Math.sign(c - column) === right));
      const distance = ([r, c]: [number, number]): number =>
        down ? 100 * Math.abs(c - column) + Math.abs(r - row) : 100 * Math.abs(r - row) + Math.abs(c - column);
      const nearest = Math.min(...ahead.map(distance));
      const expected = ahead.filter(cell => distance(cell) === nearest);
      expect((expected.length > 0 ? expected : [from]).map(String)).toContain(focused());
    }),
    { numRuns: 50 },
  );
});

test('Home and End: go to the first and the last cell', () => {
  show('0,0', '0,1', '5,5');
  press('End');
  expect(focused()).toBe('5,5');
  press('Home');

  expect(focused()).toBe('0,0');
});

test('Any grid and keys: exactly the focused cell is the tab stop', () => {
  const keys = array(constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'), { maxLength: 10 });
  check(
    property(places, keys, (cells, keys) => {
      show(...cells.map(String));
      keys.forEach(key => press(key));

      const stops = [...document.querySelectorAll('a')].filter(link => link.tabIndex === 0);
      expect(stops).toEqual([document.activeElement]);
    }),
    { numRuns: 50 },
  );
});

test('Other keys, and arrows outside a grid: are left to the page', () => {
  show('0,0', '0,1');
  expect(press('a')).toBe(true);
  document.body.innerHTML = '<a href="#x" data-cell="0,0">x</a><a data-cell="0,1">y</a>';
  document.querySelector('a')!.focus();

  expect(press('ArrowRight')).toBe(true);
});
