// A drawing of somebody else, as lines of an SVG, and drawn again stroke by stroke where it is to be watched.
import type { Strokes } from './snapshot';

const side = 100;
const margin = 10;
const penWidth = 7;
/** How long a drawing takes to be drawn again, in milliseconds. */
const replay = 1_400;

const svg = (name: string): SVGElement => document.createElementNS('http://www.w3.org/2000/svg', name);

/**
 * @param label The accessible name.
 * @param isDrawn Whether it is drawn again, once, when it comes to the page.
 */
export function inkPicture(strokes: Strokes, label: string, isDrawn = false): SVGElement {
  const picture = svg('svg');
  picture.setAttribute('class', 'room-ink');
  picture.setAttribute('viewBox', `0 0 ${side} ${side}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', label);
  const scaled = scale(strokes);
  const lengths = scaled.map(lengthOf);
  const total = lengths.reduce((sum, length) => sum + length, 0) || 1;
  let before = 0;
  scaled.forEach((points, i) => {
    const path = svg('path');
    path.setAttribute('d', pathOf(points));
    path.setAttribute('stroke-width', String(penWidth));
    if (isDrawn) {
      const share = (lengths[i] ?? 0) / total;
      path.setAttribute('pathLength', '1');
      path.setAttribute('data-drawn', '');
      path.setAttribute('style', `--from: ${Math.round(before * replay)}ms; --for: ${Math.round(share * replay)}ms`);
      before += share;
    }
    picture.append(path);
  });
  return picture;
}

type Place = readonly [x: number, y: number];

/** Centred in the box, its longer side from margin to margin. */
function scale(strokes: Strokes): Place[][] {
  const all = strokes.flat();
  const range = (axis: 0 | 1): [number, number] => {
    const values = all.map(point => point[axis] ?? 0);
    return [Math.min(...values), Math.max(...values)];
  };
  const [left, right] = range(0);
  const [top, bottom] = range(1);
  const factor = (side - 2 * margin) / Math.max(right - left, bottom - top, 1);
  return strokes.map(stroke =>
    stroke.map(([x = 0, y = 0]) => [side / 2 + (x - (left + right) / 2) * factor, side / 2 + (y - (top + bottom) / 2) * factor] as const),
  );
}

/** A curve through the midpoints between the points, so that fingers' corners are round. */
function pathOf(points: readonly Place[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  if (rest.length === 0) return `M${at(first)}h0`;
  const parts = [`M${at(first)}`];
  rest.slice(0, -1).forEach((point, i) => {
    const next = rest[i + 1] ?? point;
    parts.push(`Q${at(point)} ${at([(point[0] + next[0]) / 2, (point[1] + next[1]) / 2])}`);
  });
  parts.push(`L${at(rest.at(-1) ?? first)}`);
  return parts.join('');
}

function lengthOf(points: readonly Place[]): number {
  return points.reduce((sum, [x, y], i) => {
    const before = points[i - 1];
    return before ? sum + Math.hypot(x - before[0], y - before[1]) : sum;
  }, 1);
}

const at = ([x, y]: Place): string => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
