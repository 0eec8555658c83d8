// Background, border and outline of an HTML element as SVG shapes.
import { paintAttributes, svg } from './svg';

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

export function boxes(element: Element, style: CSSStyleDeclaration): SVGElement[] {
  // Inline text has a box on each of its lines.
  const frames = style.display === 'inline' ? [...element.getClientRects()] : [element.getBoundingClientRect()];
  return frames
    .filter(box => box.width > 0 && box.height > 0)
    .flatMap(box => [...background(style, box), ...solidGradient(style, box), ...border(style, box), ...outline(style, box)]);
}

function background(style: CSSStyleDeclaration, box: DOMRect): SVGElement[] {
  return isVisible(style.backgroundColor) ? [rectangle(style, box, 0, paintAttributes('fill', style.backgroundColor))] : [];
}

/** A gradient of a single colour that fills a part of the box, which is how the pages draw rules; other gradients are left out. */
function solidGradient(style: CSSStyleDeclaration, box: DOMRect): SVGElement[] {
  const onlyColour = /^linear-gradient\((\w+\([^)]*\)), \1\)$/.exec(style.backgroundImage)?.[1];
  if (!onlyColour) return [];
  const [across = '100%', down = across] = style.backgroundSize.replaceAll('auto', '100%').split(' ');
  const [fromLeft = '0%', fromTop = '0%'] = style.backgroundPosition.split(' ');
  const [width, height] = [length(across, box.width), length(down, box.height)];
  return [
    svg('rect', {
      x: box.left + length(fromLeft, box.width - width),
      y: box.top + length(fromTop, box.height - height),
      width,
      height,
      ...paintAttributes('fill', onlyColour),
    }),
  ];
}

function border(style: CSSStyleDeclaration, box: DOMRect): SVGElement[] {
  const lines = sides.map(side => ({
    side,
    ...line(style[`border${side}Width`], style[`border${side}Style`], style[`border${side}Color`]),
  }));
  const [first] = lines;
  if (!first || lines.every(({ width }) => width === 0)) return [];
  if (lines.every(({ width, stroke }) => width === first.width && stroke.stroke === first.stroke.stroke)) {
    return [rectangle(style, box, first.width / 2, { fill: 'none', ...first.stroke })];
  }
  return lines
    .filter(({ width }) => width > 0)
    .map(({ side, width, stroke }) => {
      const x = side === 'Left' ? box.left + width / 2 : box.right - width / 2;
      const y = side === 'Top' ? box.top + width / 2 : box.bottom - width / 2;
      return side === 'Left' || side === 'Right'
        ? svg('line', { x1: x, y1: box.top, x2: x, y2: box.bottom, ...stroke })
        : svg('line', { x1: box.left, y1: y, x2: box.right, y2: y, ...stroke });
    });
}

function outline(style: CSSStyleDeclaration, box: DOMRect): SVGElement[] {
  const { width, stroke } = line(style.outlineWidth, style.outlineStyle, style.outlineColor);
  return width > 0 ? [rectangle(style, box, -parseFloat(style.outlineOffset) - width / 2, { fill: 'none', ...stroke })] : [];
}

function line(width: string, kind: string, colour: string): { width: number; stroke: Record<string, string | number> } {
  const thickness = kind === 'none' || kind === 'hidden' || !isVisible(colour) ? 0 : parseFloat(width);
  const dashes =
    kind === 'dashed' ? { 'stroke-dasharray': `${3 * thickness}` } : kind === 'dotted' ? { 'stroke-dasharray': `${thickness}` } : {};
  return { width: thickness, stroke: { ...paintAttributes('stroke', colour), 'stroke-width': thickness, ...dashes } };
}

function rectangle(style: CSSStyleDeclaration, box: DOMRect, inset: number, paint: Record<string, string | number>): SVGElement {
  const [across, down = across] = style.borderTopLeftRadius.split(' ') as [string, string?];
  const [rx, ry] = [length(across, box.width) - inset, length(down, box.height) - inset];
  const place = { x: box.left + inset, y: box.top + inset, width: box.width - 2 * inset, height: box.height - 2 * inset };
  return svg('rect', { ...place, ...(length(across, box.width) > 0 && rx > 0 ? { rx, ry } : {}), ...paint });
}

function length(value: string, whole: number): number {
  return parseFloat(value) * (value.endsWith('%') ? whole / 100 : 1);
}

function isVisible(colour: string): boolean {
  return paintAttributes('fill', colour)['fill-opacity'] !== 0;
}
