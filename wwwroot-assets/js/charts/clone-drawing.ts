// A drawing of the page for a file of its own: at its place, with the styles that it has only here written into it.
import { colour, rounded, svg } from './svg';

/** Properties that reach what is inside, with the values that they have in a bare file. */
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
const own: Record<string, string> = {
  opacity: '1',
  'vector-effect': 'none',
  'dominant-baseline': 'auto',
  'clip-path': 'none',
  mask: 'none',
};
/** Each with its opacity; both are inherited together, but for a gradient's stops. */
const paints = { fill: 'rgb(0, 0, 0)', stroke: 'none', 'stop-color': 'rgb(0, 0, 0)' };
const geometry = ['x', 'y', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height'];
const pageOnly = /^(class|style|role|tabindex|aria-.*|data-.*|on.*|b-.*|_bl.*|.*:.*)$/;
const strange = 'foreignObject, script, style, animate, animateTransform, animateMotion, set, use:not([href^="#"])';

export function cloneDrawing(drawing: SVGSVGElement, style: CSSStyleDeclaration): SVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [drawing, copy].map(root => [root, ...root.querySelectorAll<SVGElement>('*')]) as [
    SVGElement[],
    SVGElement[],
  ];
  originals.forEach((original, i) => write(original, copies[i]!, original === drawing ? null : getComputedStyle(original.parentElement!)));
  for (const left of copy.querySelectorAll(`${strange}, [display="none"]`)) left.remove();
  removeRemarks(copy);
  const frame = drawing.getBoundingClientRect();
  const inset = (side: 'Top' | 'Right' | 'Bottom' | 'Left'): number =>
    parseFloat(style[`border${side}Width`]) + parseFloat(style[`padding${side}`]);
  place(copy, {
    x: frame.left + inset('Left'),
    y: frame.top + inset('Top'),
    width: frame.width - inset('Left') - inset('Right'),
    height: frame.height - inset('Top') - inset('Bottom'),
  });
  // Its own opacity is already around it.
  copy.removeAttribute('opacity');
  return copy;
}

function write(original: SVGElement, copy: SVGElement, parent: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(original);
  for (const { name } of [...copy.attributes]) if (pageOnly.test(name)) copy.removeAttribute(name);
  // Its width is the page's, whatever the picture's size; it is written in full, so that it can be found and changed.
  const keepsItsWidth = style.getPropertyValue('vector-effect') === 'non-scaling-stroke';
  for (const [property, initial] of Object.entries({ ...inherited, ...own })) {
    const value = style.getPropertyValue(property);
    const given = property in inherited && parent ? parent.getPropertyValue(property) : initial;
    copy.removeAttribute(property);
    if (value !== given || (keepsItsWidth && property.startsWith('stroke-'))) copy.setAttribute(property, value);
  }
  for (const [property, initial] of Object.entries(paints))
    paint(copy, property, style, property === 'stop-color' ? null : parent, initial);
  if (style.fontVariantNumeric !== 'normal' && original.matches('svg, text'))
    copy.setAttribute('style', `font-variant-numeric: ${style.fontVariantNumeric}`);
  if (style.display === 'none') copy.setAttribute('display', 'none');
  if (original.matches('svg, symbol, marker, pattern')) copy.setAttribute('overflow', style.overflowX);
  if (original.matches('svg svg, rect, circle, ellipse, image')) size(copy, style);
  if (!copy.hasAttribute('transform') && style.transform !== 'none')
    copy.setAttribute('transform', transform(original as SVGGraphicsElement, style));
}

function paint(copy: SVGElement, property: string, style: CSSStyleDeclaration, parent: CSSStyleDeclaration | null, initial: string): void {
  const opacityOf = property.replace('-color', '') + '-opacity';
  const [value, opacity] = [style.getPropertyValue(property), style.getPropertyValue(opacityOf)];
  copy.removeAttribute(property);
  copy.removeAttribute(opacityOf);
  if (value === (parent?.getPropertyValue(property) ?? initial) && opacity === (parent?.getPropertyValue(opacityOf) ?? '1')) return;
  const isColour = value !== 'none' && !value.startsWith('url(');
  const [hex, alpha] = isColour ? colour(value) : [value, 1];
  copy.setAttribute(property, hex);
  copy.setAttribute(opacityOf, String(rounded(alpha * parseFloat(opacity))));
}

/** Places and sizes that come from a style sheet. */
function size(copy: SVGElement, style: CSSStyleDeclaration): void {
  for (const property of geometry) {
    const value = style.getPropertyValue(property);
    if (!copy.hasAttribute(property) && value && value !== 'auto' && value !== '0px') copy.setAttribute(property, value);
  }
}

/** A transform that comes from a style sheet, about its own origin. */
function transform(original: SVGGraphicsElement, style: CSSStyleDeclaration): string {
  const [x = 0, y = 0] = style.transformOrigin.split(' ').map(parseFloat);
  const box = style.transformBox === 'fill-box' ? original.getBBox() : { x: 0, y: 0 };
  const { a, b, c, d, e, f } = new DOMMatrix(style.transform);
  return `translate(${x + box.x} ${y + box.y}) matrix(${a} ${b} ${c} ${d} ${e} ${f}) translate(${-x - box.x} ${-y - box.y})`;
}

function place(element: SVGElement, at: Record<string, number>): void {
  for (const { name, value } of svg('svg', at).attributes) element.setAttribute(name, value);
}

/** Blazor leaves its own between the elements. */
function removeRemarks(copy: SVGElement): void {
  const remarks = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (remarks.nextNode()) found.push(remarks.currentNode);
  for (const remark of found) remark.parentNode?.removeChild(remark);
}
