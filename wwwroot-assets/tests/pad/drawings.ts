import { array, constantFrom, double, integer, record } from 'fast-check';
import { Ink } from '../../js/pad/ink';
import { inputKinds, type InputKind } from '../../js/pad/stroke';

interface Stroke {
  input: InputKind;
  /** Each with the milliseconds since the one before. */
  points: { x: number; y: number; ms: number }[];
}

const coordinate = double({ min: 0, max: 1000, noNaN: true });

/** Drawings of strokes with at least one point each, as every input device begins them. */
export const drawings = array(
  record({
    input: constantFrom(...inputKinds),
    points: array(record({ x: coordinate, y: coordinate, ms: integer({ min: 0, max: 500 }) }), { minLength: 1, maxLength: 20 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Draws the strokes from now on, on a sheet of 400 px. */
export function draw(strokes: Stroke[], ink = new Ink()): Ink {
  let time = performance.now();
  for (const { input, points } of strokes) {
    ink.beginStroke(400, input);
    for (const { x, y, ms } of points) ink.add(x, y, (time += ms));
  }
  return ink;
}
