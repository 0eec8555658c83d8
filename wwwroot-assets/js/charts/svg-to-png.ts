// A standalone SVG file as a PNG picture with two pixels per CSS pixel, sharp on dense screens and on paper.
import { required } from '../required';

const pixelsPerUnit = 2;

export async function svgToPng(svg: string): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(magnify(svg))}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
  required(canvas.getContext('2d'), 'The 2D context of the canvas').drawImage(picture, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** More pixels per unit. Strokes with "non-scaling-stroke" keep their width whatever the size, so they are widened by hand. */
function magnify(svg: string): string {
  const file = new DOMParser().parseFromString(svg, 'image/svg+xml');
  multiply(file.documentElement, 'width', 'height');
  for (const stroke of file.querySelectorAll('[vector-effect="non-scaling-stroke"]'))
    multiply(stroke, 'stroke-width', 'stroke-dasharray', 'stroke-dashoffset');
  return new XMLSerializer().serializeToString(file);
}

function multiply(element: Element, ...attributes: string[]): void {
  for (const attribute of attributes) {
    const value = element.getAttribute(attribute);
    if (value)
      element.setAttribute(
        attribute,
        value.replace(/[\d.]+/g, number => String(pixelsPerUnit * parseFloat(number))),
      );
  }
}
