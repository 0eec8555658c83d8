import { array, assert as check, double, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { taper } from '../../js/pad/taper';

const [lightest, fullest] = [0.28, 0.6];
const size = 10;
/** A straight line of 100 units with a point at each. */
const line = Array.from({ length: 101 }, (_, x) => [x, 0] as const);
const pressures = (points: readonly (readonly [number, number])[], complete: boolean): number[] =>
  taper(points, size, complete).map(([, , pressure]) => pressure);

describe('taper', () => {
  test('complete stroke: is lightest at both ends, full 2.5 pen widths from them, and symmetrical', () => {
    const result = pressures(line, true);

    expect(result[0]).toBeCloseTo(lightest);
    expect(result[100]).toBeCloseTo(lightest);
    expect(result[24]).toBeLessThan(fullest);
    expect(result.slice(25, 76).every(pressure => Math.abs(pressure - fullest) < 1e-9)).toBe(true);
    result.forEach((pressure, i) => expect(pressure).toBeCloseTo(result[100 - i]!));
  });

  test('stroke under the pen: keeps its full pressure at the pen', () => {
    const result = pressures(line, false);

    expect(result[0]).toBeCloseTo(lightest);
    expect(result[100]).toBeCloseTo(fullest);
  });

  test('short stroke: a third of it is the taper of an end', () => {
    const result = pressures(line.slice(0, 13), true);

    expect(result[3]).toBeLessThan(fullest);
    expect(result.slice(4, 9)).toEqual(Array(5).fill(expect.closeTo(fullest)));
    expect(result[9]).toBeLessThan(fullest);
  });

  test('any direction: length is what counts', () => {
    const steep = line.map(([x]) => [3 * x, 4 * x] as const);
    const long = line.map(([x]) => [5 * x, 0] as const);

    expect(pressures(steep, true)).toEqual(pressures(long, true).map((pressure): unknown => expect.closeTo(pressure)));
  });

  test('dot: has full pressure', () => {
    expect(pressures([[5, 5]], true)).toEqual([fullest]);
  });

  test('no points: gives none', () => {
    expect(pressures([], true)).toEqual([]);
  });

  test('any stroke: keeps its points, with pressures from the lightest to the fullest', () => {
    const coordinate = double({ min: -1000, max: 1000, noNaN: true });
    check(
      property(array(tuple(coordinate, coordinate), { maxLength: 30 }), points => {
        const result = taper(points, size, true);

        expect(result.map(([x, y]) => [x, y])).toEqual(points);
        for (const [, , pressure] of result) {
          expect(pressure).toBeGreaterThanOrEqual(lightest);
          expect(pressure).toBeLessThanOrEqual(fullest + 1e-9);
        }
      }),
    );
  });
});
