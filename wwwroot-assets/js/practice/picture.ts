// The image that the contestants saw, as an address for a picture, as the server writes it: paper is black, ink is white, and the style of
// the page turns them.
import { side } from '../guess/stroke-raster';
import { required } from '../required';

export function pictureOf(image: Uint8Array): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = required(canvas.getContext('2d'), 'The 2D context of the canvas');
  const pixels = context.createImageData(side, side);
  image.forEach((ink, i) => pixels.data.set([ink, ink, ink, 255], 4 * i));
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL('image/png');
}
