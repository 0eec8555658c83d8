// A pen touches down softly, presses in the middle and leaves softly: a little thinner at both ends.

const softly = 0.28;
const firmly = 0.6;

export function taper(points: readonly (readonly [number, number])[], size: number, complete: boolean): [number, number, number][] {
  const lengths = [0];
  points.forEach(([x, y], i) => {
    const before = points[i - 1];
    if (before) lengths.push((lengths[i - 1] ?? 0) + Math.hypot(x - before[0], y - before[1]));
  });
  const total = lengths.at(-1) ?? 0;
  // A dot is pressed, not stroked; a short stroke has short ends.
  const end = Math.min(size * 2.5, total / 3);
  const pressure = (i: number): number => {
    const gone = lengths[i] ?? 0;
    const left = complete ? total - gone : Infinity;
    const share = end > 0 ? Math.min(1, gone / end, left / end) : 1;
    return softly + (firmly - softly) * Math.sin((share * Math.PI) / 2);
  };
  return points.map(([x, y], i) => [x, y, pressure(i)]);
}
