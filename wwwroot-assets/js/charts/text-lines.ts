// Text of the page as SVG text, one element for each line as the browser has broken it.
import { scratchContext } from './scratch';
import { paintAttributes, rounded, svg } from './svg';

export function textLines(node: Text, style: CSSStyleDeclaration): SVGElement[] {
  return [...brokenLines(node)].map(({ text, box }) => textElement(text, box, style));
}

/** The selected option of a list, without the list. */
export function selectedOption(select: HTMLSelectElement, style: CSSStyleDeclaration): SVGElement {
  const frame = select.getBoundingClientRect();
  const text = select.selectedOptions[0]?.text ?? '';
  const { width, ascent, descent } = measure(text, style);
  const left = frame.left + parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft);
  const top = frame.top + (frame.height - ascent - descent) / 2;
  return textElement(text, new DOMRect(left, top, width, ascent + descent), style);
}

function textElement(text: string, box: DOMRect, style: CSSStyleDeclaration): SVGElement {
  const { ascent, descent } = measure(text, style);
  const isHorizontal = style.writingMode.startsWith('horizontal');
  const [along, across] = isHorizontal ? [box.width, box.height] : [box.height, box.width];
  const baseline = (across * ascent) / (ascent + descent);
  const readsUpwards = style.writingMode === 'sideways-lr' || new DOMMatrix(style.transform).a < 0;
  const place = isHorizontal
    ? { x: box.left, y: box.top + baseline }
    : readsUpwards
      ? { transform: `translate(${rounded(box.left + baseline)} ${rounded(box.bottom)}) rotate(-90)` }
      : { transform: `translate(${rounded(box.right - baseline)} ${rounded(box.top)}) rotate(90)` };
  return svg(
    'text',
    {
      ...place,
      ...paintAttributes('fill', style.color),
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
      'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
      'text-decoration': style.textDecorationLine === 'none' ? undefined : style.textDecorationLine,
      style: style.fontVariantNumeric === 'normal' ? undefined : `font-variant-numeric: ${style.fontVariantNumeric}`,
      // In another font, too, the text fills the same width.
      textLength: along,
      lengthAdjust: 'spacingAndGlyphs',
    },
    style.textTransform === 'uppercase' ? text.toUpperCase() : text,
  );
}

/** Width of the text, and how far its font reaches above and below the baseline, in CSS pixels. */
function measure(text: string, style: CSSStyleDeclaration): { width: number; ascent: number; descent: number } {
  const context = scratchContext();
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { width, fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText(text);
  return { width, ascent, descent };
}

function* brokenLines(node: Text): Generator<{ text: string; box: DOMRect }> {
  const range = document.createRange();
  let begin = node.data.search(/\S/);
  const end = node.data.trimEnd().length;
  if (begin < 0) return;
  const boxOf = (from: number, to: number): DOMRect => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect();
  };
  const lineUntil = (to: number): { text: string; box: DOMRect } => {
    const text = node.data.slice(begin, to);
    return { text: text.trim().replace(/\s+/g, ' '), box: boxOf(begin, begin + text.trimEnd().length) };
  };
  range.setStart(node, begin);
  range.setEnd(node, end);
  const wraps = range.getClientRects().length > 1;
  // A new line begins where a character stands left of the one before it.
  let lastRight = -Infinity;
  for (let i = begin; wraps && i < end; i++) {
    const character = boxOf(i, i + 1);
    if (character.width === 0 || /\s/.test(node.data[i] ?? '')) continue;
    if (character.left < lastRight - character.width) {
      yield lineUntil(i);
      begin = i;
    }
    lastRight = character.right;
  }
  yield lineUntil(end);
}
