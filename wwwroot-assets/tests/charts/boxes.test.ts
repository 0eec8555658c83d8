import { describe, expect, test } from 'vitest';
import { boxes } from '../../js/charts/boxes';
import { described } from './elements';

const blue = 'rgb(0, 0, 255)';

/** The shapes of an element of 100 by 40 px at (20, 10) with this style. */
function shapes(style: string): Record<string, string | number>[] {
  const place = 'position: fixed; box-sizing: border-box; left: 20px; top: 10px; width: 100px; height: 40px';
  document.body.innerHTML = `<div style="${place}; ${style}"></div>`;
  const element = document.querySelector('div')!;
  return boxes(element, getComputedStyle(element)).map(described);
}

const whole = { name: 'rect', x: 20, y: 10, width: 100, height: 40 };

describe('Background', () => {
  test('colour: fills the box', () => {
    expect(shapes(`background: ${blue}`)).toEqual([{ ...whole, fill: '#0000ff' }]);
  });

  test('translucent colour: fills it with an opacity', () => {
    expect(shapes('background: rgb(0 0 255 / 0.5)')).toEqual([{ ...whole, fill: '#0000ff', 'fill-opacity': 0.5 }]);
  });

  test('none: draws nothing', () => {
    expect(shapes('')).toEqual([]);
  });

  test('box without a width: draws nothing', () => {
    expect(shapes(`background: ${blue}; width: 0`)).toEqual([]);
  });
});

describe('Gradient', () => {
  const rule = `background: linear-gradient(${blue}, ${blue}) no-repeat`;

  test('of one colour, with a place and a size in px: is a rectangle there', () => {
    expect(shapes(`${rule}; background-size: 30px 2px; background-position: 5px 7px`)).toEqual([
      { name: 'rect', x: 25, y: 17, width: 30, height: 2, fill: '#0000ff' },
    ]);
  });

  test('with a place and a size in %: is a rectangle at that share of the room that is left', () => {
    expect(shapes(`${rule}; background-size: 50% 25%; background-position: 100% 50%`)).toEqual([
      { name: 'rect', x: 70, y: 25, width: 50, height: 10, fill: '#0000ff' },
    ]);
  });

  test('without a size: fills the box', () => {
    expect(shapes(rule)).toEqual([{ ...whole, fill: '#0000ff' }]);
  });

  test('of two colours: is left out', () => {
    expect(shapes(`background: linear-gradient(${blue}, white)`)).toEqual([]);
  });
});

describe('Border', () => {
  test('same on all sides: is one rectangle along its middle', () => {
    expect(shapes(`border: 4px solid ${blue}`)).toEqual([
      { name: 'rect', x: 22, y: 12, width: 96, height: 36, fill: 'none', stroke: '#0000ff', 'stroke-width': 4 },
    ]);
  });

  test.each([
    ['top', { x1: 20, y1: 12, x2: 120, y2: 12 }],
    ['right', { x1: 118, y1: 10, x2: 118, y2: 50 }],
    ['bottom', { x1: 20, y1: 48, x2: 120, y2: 48 }],
    ['left', { x1: 22, y1: 10, x2: 22, y2: 50 }],
  ])('on the %s only: is a line along its middle', (side, place) => {
    expect(shapes(`border-${side}: 4px solid ${blue}`)).toEqual([{ name: 'line', ...place, stroke: '#0000ff', 'stroke-width': 4 }]);
  });

  test('of different colours: is a line for each side', () => {
    const lines = shapes('border: 2px solid; border-color: red lime blue black');

    expect(lines.map(({ stroke }) => stroke)).toEqual(['#ff0000', '#00ff00', '#0000ff', '#000000']);
  });

  test.each(['4px none blue', '4px hidden blue', '4px solid transparent', '0 solid blue'])('%s: draws nothing', border => {
    expect(shapes(`border: ${border}`)).toEqual([]);
  });

  test.each([
    ['dashed', 6],
    ['dotted', 2],
  ])('%s: has dashes', (kind, dash) => {
    expect(shapes(`border: 2px ${kind} ${blue}`)[0]?.['stroke-dasharray']).toBe(dash);
  });
});

describe('Outline', () => {
  test('with an offset: is a rectangle around the box', () => {
    expect(shapes(`outline: 2px solid ${blue}; outline-offset: 3px`)).toEqual([
      { name: 'rect', x: 16, y: 6, width: 108, height: 48, fill: 'none', stroke: '#0000ff', 'stroke-width': 2 },
    ]);
  });
});

describe('Round corners', () => {
  test('in px: are those of the background, and smaller by half the border along its middle', () => {
    const [background, border] = shapes(`background: ${blue}; border: 4px solid red; border-radius: 8px`);

    expect([background?.rx, background?.ry]).toEqual([8, 8]);
    expect([border?.rx, border?.ry]).toEqual([6, 6]);
  });

  test('in %: are shares of the width and of the height', () => {
    const [background] = shapes(`background: ${blue}; border-radius: 50%`);

    expect([background?.rx, background?.ry]).toEqual([50, 20]);
  });

  test('smaller than half the border: leave sharp ones along its middle', () => {
    const [border] = shapes('border: 8px solid red; border-radius: 3px');

    expect(border).not.toHaveProperty('rx');
  });
});

test('Everything at once: lies in the order in which a browser paints it', () => {
  const kinds = shapes(`background: ${blue} linear-gradient(red, red); border: 1px solid lime; outline: 1px solid black`);

  expect(kinds.map(({ fill, stroke }) => (fill === 'none' ? stroke : fill))).toEqual(['#0000ff', '#ff0000', '#00ff00', '#000000']);
});

test('Inline text over two lines: has a box on each', () => {
  document.body.innerHTML = `<p style="width: 60px"><mark style="background: ${blue}">word<br>longer word</mark></p>`;
  const mark = document.querySelector('mark')!;
  const result = boxes(mark, getComputedStyle(mark)).map(described);

  expect(result.length).toBeGreaterThanOrEqual(2);
  expect(new Set(result.map(({ y }) => y)).size).toBe(result.length);
});
