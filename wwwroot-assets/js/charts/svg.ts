// Writing SVG: elements, numbers and colours as every program that opens an SVG file understands them.
import { scratchContext } from './scratch';

const namespace = 'http://www.w3.org/2000/svg';

/** Numbers are rounded to hundredths; attributes that are undefined are left out. */
export function svg(
  name: string,
  attributes: Record<string, string | number | undefined> = {},
  ...children: (Node | string)[]
): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(attribute, typeof value === 'number' ? String(rounded(value)) : value);
  }
  element.append(...children);
  return element;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A computed colour as #rrggbb and an opacity from 0 to 1: not every program knows the newer notations. */
export function toHex(computed: string): [hex: string, opacity: number] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = /^rgba?\(/.test(computed)
    ? (computed.match(/[\d.]+/g) ?? []).map(Number)
    : rasterize(computed);
  const hex = [red, green, blue].map(part => Math.round(part).toString(16).padStart(2, '0')).join('');
  return [`#${hex}`, alpha];
}

/** Lets the browser convert any notation, oklab() for one, by painting a pixel with it. */
function rasterize(computed: string): number[] {
  const pixel = scratchContext();
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = computed;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, rounded(alpha / 255)];
}

/** The attribute `fill` or `stroke`, and its opacity where there is transparency. */
export function paintAttributes(property: string, computed: string): Record<string, string | number> {
  const [hex, opacity] = toHex(computed);
  return opacity === 1 ? { [property]: hex } : { [property]: hex, [`${property}-opacity`]: opacity };
}
