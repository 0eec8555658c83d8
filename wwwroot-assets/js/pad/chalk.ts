// On the blackboard ink is chalk: the same colour with the board's grain showing through.

const side = 256;
/** Side of a grain in device pixels. */
const grainSize = 2;

export function chalk(target: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  const grain = document.createElement('canvas');
  grain.width = grain.height = side;
  const pixels = grain.getContext('2d')!;
  pixels.fillStyle = colour;
  pixels.fillRect(0, 0, side, side);
  const image = pixels.getImageData(0, 0, side, side);
  // A fixed sequence instead of Math.random: a drawing looks the same each time it is painted.
  let seed = 7;
  const next = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const holes = Float32Array.from({ length: (side / grainSize) ** 2 }, () => next() ** 9);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const hole = holes[Math.floor(y / grainSize) * (side / grainSize) + Math.floor(x / grainSize)] ?? 0;
      image.data[(y * side + x) * 4 + 3] = 255 * (1 - 0.6 * hole) - 20 * next();
    }
  }
  pixels.putImageData(image, 0, 0);
  return target.createPattern(grain, 'repeat') ?? colour;
}
