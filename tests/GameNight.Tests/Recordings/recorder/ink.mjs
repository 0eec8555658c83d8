// Digits as made-up hands draw them: points with times, an image, a PNG. Always the same for the same seed.
import { crc32, deflateSync } from 'node:zlib';

/** Control points of each digit's strokes in a unit square, y down. */
const shapes = [
  [[[.55, .02], [.2, .2], [.12, .55], [.3, .93], [.62, .97], [.86, .7], [.85, .3], [.66, .05], [.5, .03]]],
  [[[.3, .25], [.45, .13], [.55, 0], [.54, .35], [.53, .7], [.52, 1]]],
  [[[.15, .25], [.3, .04], [.65, .02], [.82, .24], [.68, .5], [.4, .76], [.12, .97], [.12, .98], [.5, .96], [.9, .96]]],
  [[[.18, .12], [.45, 0], [.74, .1], [.74, .33], [.45, .46], [.44, .47], [.78, .58], [.82, .82], [.5, 1], [.14, .88]]],
  [[[.45, .02], [.3, .35], [.12, .62], [.12, .63], [.5, .62], [.92, .6]], [[.7, .3], [.68, .65], [.66, 1]]],
  [
    [[.25, .04], [.22, .25], [.2, .46], [.2, .47], [.5, .38], [.8, .52], [.8, .82], [.5, 1], [.14, .9]],
    [[.24, .04], [.55, .04], [.85, .03]],
  ],
  [[[.66, .02], [.4, .2], [.2, .55], [.22, .88], [.5, 1], [.78, .84], [.74, .6], [.5, .52], [.24, .68]]],
  [[[.1, .06], [.5, .04], [.88, .05], [.88, .06], [.66, .4], [.5, .7], [.42, 1]]],
  [[[.72, .14], [.5, 0], [.26, .14], [.34, .38], [.66, .58], [.76, .82], [.5, 1], [.24, .84], [.34, .6], [.64, .4], [.73, .16]]],
  [[[.76, .2], [.52, .02], [.24, .18], [.28, .44], [.56, .5], [.76, .24], [.77, .22], [.74, .6], [.66, 1]]],
];

/** The same digits in mirror writing. */
export const mirrored = digits =>
  Object.fromEntries(digits.map(digit => [digit, shapes[digit].map(stroke => stroke.map(([x, y]) => [1 - x, y]))]));

/** A generator of numbers from 0 to 1 (mulberry32). */
export function dice(seed) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How somebody writes: always the same slant, size and speed, a little different each time. */
export function hand(seed, habit = {}) {
  const random = dice(seed);
  const about = (mean, spread) => mean + spread * (random() + random() + random() - 1.5);
  const [slant, width, size, pace] = [about(.08, .2), about(.75, .2), about(170, 60), about(1, .4)];
  return digit => {
    const [lean, wide, tall, turn] = [about(slant, .1), about(width, .1), about(size, 20), about(0, .12)];
    const [left, top] = [about(150, 80), about(120, 60)];
    let time = 0;
    return (habit[digit] ?? shapes[digit]).map(stroke => {
      const points = curve(stroke.map(([x, y]) => [about(x, .07), about(y, .05)])).map(([x, y]) => {
        const [u, v] = [(x - .5) * wide + (.5 - y) * lean, y - .5];
        time += pace * about(14, 6);
        return [tenth(left + tall * (u - v * turn)), tenth(top + tall * (v + u * turn)), tenth(time)];
      });
      time += pace * about(180, 80);
      return points;
    });
  };
}

/** A smooth line through the points (Catmull and Rom). */
function curve(points) {
  const at = i => points[Math.min(Math.max(i, 0), points.length - 1)];
  const line = [];
  for (let i = 0; i + 1 < points.length; i++)
    for (let t = 0; t < 1; t += 1 / 3)
      line.push([0, 1].map(axis => {
        const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)].map(point => point[axis]);
        return b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * b - a - 3 * c + d))) / 2;
      }));
  return [...line, points.at(-1)];
}

const tenth = number => Math.round(number * 10) / 10;

/** A PNG in base64 of a picture of square pixels, 0 for ink and 255 for paper. */
export function png(pixels, side) {
  const rows = Buffer.concat(Array.from({ length: side }, (_, y) => Buffer.from([0, ...pixels.slice(y * side, (y + 1) * side)])));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunk = (type, content) => {
    const body = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...chunks]).toString('base64');
}
