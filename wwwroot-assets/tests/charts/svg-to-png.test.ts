import { describe, expect, test } from 'vitest';
import { svgToPng } from '../../js/charts/svg-to-png';

/** The pixels of the picture of 20 by 10 units with this content. */
async function pixels(content: string): Promise<ImageData> {
  const file = await svgToPng(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10">${content}</svg>`);
  expect(file.type).toBe('image/png');
  const picture = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
  canvas.drawImage(picture, 0, 0);
  return canvas.getImageData(0, 0, picture.width, picture.height);
}

const opacity = ({ data, width }: ImageData, x: number, y: number): number => data[(y * width + x) * 4 + 3] ?? -1;
/** How many pixels of a column are painted. */
const painted = (image: ImageData, x: number): number =>
  Array.from({ length: image.height }, (_, y) => opacity(image, x, y)).filter(alpha => alpha > 127).length;

describe('svgToPng', () => {
  test('any picture: has two pixels per unit in both directions', async () => {
    const image = await pixels('<rect x="5" width="5" height="10" />');

    expect([image.width, image.height]).toEqual([40, 20]);
    expect([9, 10, 19, 20].map(x => opacity(image, x, 10))).toEqual([0, 255, 255, 0]);
  });

  test('stroke: is twice as wide in pixels, also one that keeps its width at any size', async () => {
    const line = 'd="M0 5h20" stroke="black" stroke-width="4px"';

    expect(painted(await pixels(`<path ${line} />`), 20)).toBe(8);
    expect(painted(await pixels(`<path ${line} vector-effect="non-scaling-stroke" />`), 20)).toBe(8);
  });

  test('dashes of a stroke that keeps its width: are twice as long in pixels', async () => {
    const dashes = 'stroke-width="2" stroke-dasharray="5, 5" stroke-dashoffset="0px"';
    const image = await pixels(`<path d="M0 5h20" stroke="black" ${dashes} vector-effect="non-scaling-stroke" />`);

    expect([5, 15, 25, 35].map(x => painted(image, x) > 0)).toEqual([true, false, true, false]);
  });

  test('file that is no SVG: fails', async () => {
    await expect(svgToPng('<svg')).rejects.toThrow();
  });
});
