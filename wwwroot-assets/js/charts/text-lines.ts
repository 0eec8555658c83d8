// Text of the page, line by line, where the browser has set it.
import { painted, rounded, svg } from './svg';

const gauge = new OffscreenCanvas(1, 1).getContext('2d')!;

export function lines(node: Text, style: CSSStyleDeclaration): SVGElement[] {
  return [...setLines(node)].map(({ text, box }) => line(text, box, style));
}

/** What is chosen from a list, without the list. */
export function choice(select: HTMLSelectElement, style: CSSStyleDeclaration): SVGElement {
  const frame = select.getBoundingClientRect();
  const { ascent, descent } = measure(style);
  const text = select.selectedOptions[0]?.text ?? '';
  const left = frame.left + parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft);
  return line(
    text,
    new DOMRect(left, frame.top + (frame.height - ascent - descent) / 2, gauge.measureText(text).width, ascent + descent),
    style,
  );
}

function line(text: string, box: DOMRect, style: CSSStyleDeclaration): SVGElement {
  const { ascent, descent } = measure(style);
  const isLevel = style.writingMode.startsWith('horizontal');
  const [along, across] = isLevel ? [box.width, box.height] : [box.height, box.width];
  const baseline = (across * ascent) / (ascent + descent);
  const climbs = style.writingMode === 'sideways-lr' || new DOMMatrix(style.transform).a < 0;
  const place = isLevel
    ? { x: box.left, y: box.top + baseline }
    : climbs
      ? { transform: `translate(${rounded(box.left + baseline)} ${rounded(box.bottom)}) rotate(-90)` }
      : { transform: `translate(${rounded(box.right - baseline)} ${rounded(box.top)}) rotate(90)` };
  return svg(
    'text',
    {
      ...place,
      ...painted('fill', style.color),
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
      'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
      'text-decoration': style.textDecorationLine === 'none' ? undefined : style.textDecorationLine,
      style: style.fontVariantNumeric === 'normal' ? undefined : `font-variant-numeric: ${style.fontVariantNumeric}`,
      // Where the font is not at hand, the words still fill their place.
      textLength: along,
      lengthAdjust: 'spacingAndGlyphs',
    },
    style.textTransform === 'uppercase' ? text.toUpperCase() : text,
  );
}

function measure(style: CSSStyleDeclaration): { ascent: number; descent: number } {
  gauge.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = gauge.measureText('');
  return { ascent, descent };
}

function* setLines(node: Text): Generator<{ text: string; box: DOMRect }> {
  const range = document.createRange();
  let begin = node.data.search(/\S/);
  const end = node.data.trimEnd().length;
  if (begin < 0) return;
  const boxOf = (from: number, to: number): DOMRect => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect();
  };
  const written = (to: number): { text: string; box: DOMRect } => {
    const text = node.data.slice(begin, to);
    return { text: text.trim().replace(/\s+/g, ' '), box: boxOf(begin, begin + text.trimEnd().length) };
  };
  range.setStart(node, begin);
  range.setEnd(node, end);
  const wraps = range.getClientRects().length > 1;
  // A line ends where a word stands before the one that precedes it.
  let reached = -Infinity;
  for (let i = begin; wraps && i < end; i++) {
    const letter = boxOf(i, i + 1);
    if (letter.width === 0 || /\s/.test(node.data[i] ?? '')) continue;
    if (letter.left < reached - letter.width) {
      yield written(i);
      begin = i;
    }
    reached = letter.right;
  }
  yield written(end);
}
