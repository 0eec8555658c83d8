import { beforeAll, describe, expect, test } from 'vitest';
import { grainPattern } from '../../js/pad/grain';

const side = 512;
let pixels: Uint8ClampedArray;

beforeAll(() => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = grainPattern(context, 'rgb(200, 100, 0)');
  context.fillRect(0, 0, side, side);
  pixels = context.getImageData(0, 0, side, side).data;
});

const opacity = (x: number, y: number): number => pixels[(y * side + x) * 4 + 3]!;
const tile = Array.from({ length: 256 * 256 }, (_, i): [x: number, y: number] => [i % 256, Math.floor(i / 256)]);

describe('grainPattern', () => {
  test('colour: is that of the ink everywhere', () => {
    for (let i = 0; i < pixels.length; i += 4) {
      expect(Math.abs(pixels[i]! - 200) + Math.abs(pixels[i + 1]! - 100) + pixels[i + 2]!).toBeLessThan(5);
    }
  });

  test('opacity: is high on the whole, with some grains of which less than half is left, and none that is empty', () => {
    const opacities = tile.map(([x, y]) => opacity(x, y));

    // 255 (1 - 0.6 E[u^9]) - 20 E[u], u uniform from 0 to 1.
    expect(opacities.reduce((sum, value) => sum + value) / opacities.length).toBeCloseTo(255 * (1 - 0.6 / 10) - 10, 0);
    expect(Math.min(...opacities.slice(0, 10_000))).toBeGreaterThanOrEqual(255 * 0.4 - 20);
    expect(opacities.some(value => value < 127)).toBe(true);
    expect(Math.max(...opacities.slice(0, 10_000))).toBeGreaterThan(250);
  });

  test('grains: are two pixels wide and high', () => {
    const differences = (dx: number, dy: number): number[] =>
      tile
        .filter(([x, y]) => x % 2 === 0 && y % 2 === 0 && x < 254 && y < 254)
        .map(([x, y]) => Math.abs(opacity(x, y) - opacity(x + dx, y + dy)));

    for (const inside of [differences(1, 0), differences(0, 1), differences(1, 1)]) expect(inside.every(value => value <= 21)).toBe(true);
    for (const beside of [differences(2, 0), differences(0, 2)]) expect(beside.some(value => value > 100)).toBe(true);
  });

  test('after 256 pixels: repeats', () => {
    expect(tile.every(([x, y]) => opacity(x, y) === opacity(x + 256, y) && opacity(x, y) === opacity(x, y + 256))).toBe(true);
  });
});
