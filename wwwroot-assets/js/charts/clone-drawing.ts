// An SVG element of the page as one for a standalone file: at its place on the page, with every style that differs from a bare file's.
import { toHex, rounded, svg } from './svg';

/** Inherited properties with their initial values; those that are empty are always written on the root. */
const inherited: Record<string, string> = {
  'fill-rule': 'nonzero',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  visibility: 'visible',
  'paint-order': 'normal',
};
/** Properties that are not inherited, with their initial values. */
const own: Record<string, string> = {
  opacity: '1',
  'vector-effect': 'none',
  'dominant-baseline': 'auto',
  'clip-path': 'none',
  mask: 'none',
};
/** Paints with their initial values; each has an opacity. All but a gradient's stop colour are inherited. */
const paints = { fill: 'rgb(0, 0, 0)', stroke: 'none', 'stop-color': 'rgb(0, 0, 0)' };
const geometry = ['x', 'y', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height'];
/** Attributes that mean nothing outside the page. */
const pageOnly = /^(class|style|role|tabindex|aria-.*|data-.*|on.*|b-.*|_bl.*|.*:.*)$/;
/** What other programs do not draw, or what loads something. */
const unsupported = 'foreignObject, script, style, animate, animateTransform, animateMotion, set, use:not([href^="#"])';

/**
 * @param style The drawing's computed style.
 * @returns The copy without the drawing's own opacity, which its caller puts around it.
 */
export function cloneDrawing(drawing: SVGSVGElement, style: CSSStyleDeclaration): SVGElement {
  const copy = clonePart(drawing, style, null);
  const frame = drawing.getBoundingClientRect();
  const inset = (side: 'Top' | 'Right' | 'Bottom' | 'Left'): number =>
    parseFloat(style[`border${side}Width`]) + parseFloat(style[`padding${side}`]);
  setAttributes(copy, {
    x: frame.left + inset('Left'),
    y: frame.top + inset('Top'),
    width: frame.width - inset('Left') - inset('Right'),
    height: frame.height - inset('Top') - inset('Bottom'),
  });
  copy.removeAttribute('opacity');
  return copy;
}

/** @param parent The parent's computed style; null for the root of the file, whose parent has none. */
function clonePart(original: SVGElement, style: CSSStyleDeclaration, parent: CSSStyleDeclaration | null): SVGElement {
  const copy = original.cloneNode() as SVGElement;
  for (const { name } of original.attributes) if (pageOnly.test(name)) copy.removeAttribute(name);
  writeStyles(original, copy, style, parent);
  // Comments stay behind: Blazor leaves them between the elements.
  for (const child of original.childNodes) {
    if (child instanceof Text) copy.append(child.cloneNode());
    else if (child instanceof SVGElement && !child.matches(unsupported)) {
      const childStyle = getComputedStyle(child);
      if (childStyle.display !== 'none') copy.append(clonePart(child, childStyle, style));
    }
  }
  return copy;
}

function writeStyles(original: SVGElement, copy: SVGElement, style: CSSStyleDeclaration, parent: CSSStyleDeclaration | null): void {
  // Such a stroke keeps its width at any size of the picture; svgToPng finds it by these attributes and widens it.
  const keepsItsWidth = style.getPropertyValue('vector-effect') === 'non-scaling-stroke';
  for (const [property, initial] of Object.entries({ ...inherited, ...own })) {
    const value = style.getPropertyValue(property);
    const given = property in inherited && parent ? parent.getPropertyValue(property) : initial;
    copy.removeAttribute(property);
    if (value !== given || (keepsItsWidth && property.startsWith('stroke-'))) copy.setAttribute(property, value);
  }
  for (const [property, initial] of Object.entries(paints)) {
    writePaint(copy, property, style, property === 'stop-color' ? null : parent, initial);
  }
  if (style.fontVariantNumeric !== 'normal' && original.matches('svg, text')) {
    copy.setAttribute('style', `font-variant-numeric: ${style.fontVariantNumeric}`);
  }
  if (original.matches('svg, symbol, marker, pattern')) copy.setAttribute('overflow', style.overflowX);
  if (original.matches('svg svg, rect, circle, ellipse, image')) writeGeometry(copy, style);
  if (!copy.hasAttribute('transform') && style.transform !== 'none') {
    copy.setAttribute('transform', transformAttribute(original as SVGGraphicsElement, style));
  }
}

function writePaint(
  copy: SVGElement,
  property: string,
  style: CSSStyleDeclaration,
  parent: CSSStyleDeclaration | null,
  initial: string,
): void {
  const opacityOf = property.replace('-color', '') + '-opacity';
  const [value, opacity] = [style.getPropertyValue(property), style.getPropertyValue(opacityOf)];
  copy.removeAttribute(property);
  copy.removeAttribute(opacityOf);
  if (value === (parent?.getPropertyValue(property) ?? initial) && opacity === (parent?.getPropertyValue(opacityOf) ?? '1')) return;
  const isColour = value !== 'none' && !value.startsWith('url(');
  const [hex, alpha] = isColour ? toHex(value) : [value, 1];
  copy.setAttribute(property, hex);
  copy.setAttribute(opacityOf, String(rounded(alpha * parseFloat(opacity))));
}

/** Positions and sizes that come from a style sheet. */
function writeGeometry(copy: SVGElement, style: CSSStyleDeclaration): void {
  for (const property of geometry) {
    const value = style.getPropertyValue(property);
    if (!copy.hasAttribute(property) && value && value !== 'auto' && value !== '0px') copy.setAttribute(property, value);
  }
}

/** A transform that comes from a style sheet, with its transform-origin, as an attribute. */
function transformAttribute(original: SVGGraphicsElement, style: CSSStyleDeclaration): string {
  const [x = 0, y = 0] = style.transformOrigin.split(' ').map(parseFloat);
  const box = style.transformBox === 'fill-box' ? original.getBBox() : { x: 0, y: 0 };
  const { a, b, c, d, e, f } = new DOMMatrix(style.transform);
  return `translate(${x + box.x} ${y + box.y}) matrix(${a} ${b} ${c} ${d} ${e} ${f}) translate(${-x - box.x} ${-y - box.y})`;
}

function setAttributes(element: SVGElement, attributes: Record<string, number>): void {
  for (const { name, value } of svg('svg', attributes).attributes) element.setAttribute(name, value);
}
