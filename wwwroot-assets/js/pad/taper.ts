// Pressure along a stroke: mouse, finger and keyboard report none, so strokes get a little thinner towards both ends.

/** Pressure from 0 to 1 at the ends of a stroke, and where the taper ends. */
const lightest = 0.28;
const fullest = 0.6;
/** How long the taper is at most, in pen widths. */
const taperLength = 2.5;

/**
 * @param size Width of the pen, in the units of the points.
 * @param complete Whether the stroke has ended: under the pen it has full pressure.
 * @returns The points with a pressure from 0 to 1 each.
 */
export function taper(points: readonly (readonly [number, number])[], size: number, complete: boolean): [number, number, number][] {
  const lengths = [0];
  points.forEach(([x, y], i) => {
    const before = points[i - 1];
    if (before) lengths.push((lengths[i - 1] ?? 0) + Math.hypot(x - before[0], y - before[1]));
  });
  const total = lengths.at(-1) ?? 0;
  // A short stroke has short ends, and a dot is all middle.
  const end = Math.min(size * taperLength, total / 3);
  const pressure = (i: number): number => {
    const fromStart = lengths[i] ?? 0;
    const fromEnd = complete ? total - fromStart : Infinity;
    const share = end > 0 ? Math.min(1, fromStart / end, fromEnd / end) : 1;
    return lightest + (fullest - lightest) * Math.sin((share * Math.PI) / 2);
  };
  return points.map(([x, y], i) => [x, y, pressure(i)]);
}
