// On the blackboard ink is chalk: the same colour with the board's grain showing through.

const side = 128;

export function chalk(target: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  const grain = document.createElement('canvas');
  grain.width = grain.height = side;
  const pixels = grain.getContext('2d')!;
  pixels.fillStyle = colour;
  pixels.fillRect(0, 0, side, side);
  const image = pixels.getImageData(0, 0, side, side);
  let seed = 7;
  for (let i = 3; i < image.data.length; i += 4) {
    // A fixed sequence instead of Math.random: a drawing looks the same each time it is painted.
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    image.data[i] = 255 - 130 * (seed / 2_147_483_648) ** 3;
  }
  pixels.putImageData(image, 0, 0);
  return target.createPattern(grain, 'repeat') ?? colour;
}
