// From ink to the image that every contestant sees, as InkNormaliser.cs does it, byte for byte: BrowserImageTests compares them. What the
// rule is and why stands there; a change to it is a change in both places.
import { StrokeRaster } from './stroke-raster';

/** The version of the rule (InkNormaliser.Version). */
export const normaliserVersion = 1;

type Strokes = readonly (readonly (readonly number[])[])[];

/** The length that the drawing's longer side is scaled to, in pixels. */
const box = 20;
/** The width of every stroke, in pixels. */
const strokeWidth = 2.4;
/** Both coordinates of the centre of mass, in pixels from the edge. */
const centre = 14.5;
const grid = 1024;
const gridShift = 0.5 + 0.1180339887;

/**
 * @param strokes Each a list of points [x, y] or [x, y, t].
 * @returns 784 bytes, row by row, 0 = paper, 255 = ink; null where there is no point.
 */
export function normalise(strokes: Strokes): Uint8Array | null {
  const drawn = strokes.filter(stroke => stroke.length > 0);
  if (drawn.length === 0) return null;
  const bounds = boundsOf(drawn);
  const longest = Math.max(bounds.width, bounds.height);
  const raster = new StrokeRaster(strokeWidth / 2);
  const x = centre - fit(bounds.width, longest) / 2;
  const y = centre - fit(bounds.height, longest) / 2;
  draw(drawn, bounds, longest, x, y, raster);
  const [massX, massY] = raster.centreOfMass();
  raster.clear();
  draw(drawn, bounds, longest, snap(x + centre - massX), snap(y + centre - massY), raster);
  return raster.toImage();
}

interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly width: number;
  readonly height: number;
}

function draw(strokes: Strokes, { minX, minY }: Bounds, longest: number, x: number, y: number, raster: StrokeRaster): void {
  for (const stroke of strokes) {
    let fromX = NaN;
    let fromY = NaN;
    for (const [pointX = 0, pointY = 0] of stroke) {
      const toX = x + fit(pointX - minX, longest);
      const toY = y + fit(pointY - minY, longest);
      if (toX === fromX && toY === fromY) continue;
      // The first point of a stroke is a dot, in which the line begins.
      if (Number.isNaN(fromX)) raster.drawSegment(toX, toY, toX, toY);
      else raster.drawSegment(fromX, fromY, toX, toY);
      fromX = toX;
      fromY = toY;
    }
  }
}

/** Converts canvas units to pixels. A drawing without extent, a dot, stays one. */
function fit(distance: number, longest: number): number {
  return longest === 0 ? 0 : snap((distance / longest) * (box - strokeWidth));
}

function snap(pixels: number): number {
  return Math.floor(pixels * grid + gridShift) / grid;
}

function boundsOf(strokes: Strokes): Bounds {
  let minX = Number.MAX_VALUE;
  let minY = Number.MAX_VALUE;
  let maxX = -Number.MAX_VALUE;
  let maxY = -Number.MAX_VALUE;
  for (const stroke of strokes) {
    for (const [x = 0, y = 0] of stroke) {
      minX = Math.min(minX, x);
      maxX = Math.max(maxX, x);
      minY = Math.min(minY, y);
      maxY = Math.max(maxY, y);
    }
  }
  return { minX, minY, width: maxX - minX, height: maxY - minY };
}
