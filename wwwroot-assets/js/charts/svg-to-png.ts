// A standalone SVG file as a picture of pixels, sharp on dense screens and on paper.

const density = 2;

export async function svgToPng(svg: string): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(enlarged(svg))}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
  canvas.getContext('2d')!.drawImage(picture, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Every unit gets more pixels. Strokes that keep their width however large the picture is must be told. */
function enlarged(svg: string): string {
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
        value.replace(/[\d.]+/g, number => String(density * parseFloat(number))),
      );
  }
}
