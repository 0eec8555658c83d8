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

describe('Grid with gaps', () => {
  test('gap in the row: goes over it', () => {
    show('0,0', '0,3', '0,7');
    press('ArrowRight');

    expect(focused()).toBe('0,3');
  });

  test('nobody on the line: goes to the nearest line', () => {
    show('0,0', '2,5', '1,9');
    press('ArrowRight');

    expect(focused()).toBe('1,9');
  });

  test('somebody far away on the line: goes there rather than to a nearer one beside it', () => {
    show('0,0', '1,1', '0,9');
    press('ArrowRight');

    expect(focused()).toBe('0,9');
  });
});

test('Home and End: go to the first and the last cell', () => {
  show('0,0', '0,1', '5,5');
  press('End');
  expect(focused()).toBe('5,5');
  press('Home');

  expect(focused()).toBe('0,0');
});

test('Any grid and keys: exactly the focused cell is the tab stop', () => {
  const cells = uniqueArray(tuple(integer({ min: 0, max: 9 }), integer({ min: 0, max: 9 })), {
    minLength: 1,
    maxLength: 20,
    selector: String,
  });
  const keys = array(constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'), { maxLength: 10 });
  check(
    property(cells, keys, (cells, keys) => {
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
