// Ink of the dark theme looks like chalk: the ink's colour with the grain of the surface showing through.
import { required } from '../required';

/** Side of the repeated tile in device pixels. */
const tileSide = 256;
/** Side of one grain in device pixels. */
const grainSide = 2;

/** @returns A fill of that colour with transparent grains, or the plain colour where the browser makes no pattern of it. */
export function grainPattern(target: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = tileSide;
  const pixels = required(tile.getContext('2d'), 'The 2D context of the canvas');
  pixels.fillStyle = colour;
  pixels.fillRect(0, 0, tileSide, tileSide);
  const image = pixels.getImageData(0, 0, tileSide, tileSide);
  // The minimal standard generator (Park and Miller, 1988) with a fixed seed: a drawing looks the same each time it is painted.
  let state = 7;
  const random = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const grains = Float32Array.from({ length: (tileSide / grainSide) ** 2 }, () => random() ** 9);
  for (let y = 0; y < tileSide; y++) {
    for (let x = 0; x < tileSide; x++) {
      const grain = grains[Math.floor(y / grainSide) * (tileSide / grainSide) + Math.floor(x / grainSide)] ?? 0;
      image.data[(y * tileSide + x) * 4 + 3] = 255 * (1 - 0.6 * grain) - 20 * random();
    }
  }
  pixels.putImageData(image, 0, 0);
  return target.createPattern(tile, 'repeat') ?? colour;
}
