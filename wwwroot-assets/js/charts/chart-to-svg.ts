// A chart as a standalone SVG file: title, lead and chart as they stand on the page, with every style written out. SVG is cloned,
// HTML becomes rectangles and text. What serves only the page is left out (see ChartRegion.razor).
import { boxes } from './boxes';
import { cloneDrawing } from './clone-drawing';
import { fontFaces } from './font-faces';
import { rounded, svg, toHex } from './svg';
import { selectedOption, textLines } from './text-lines';

const margin = 24;
const included = ':scope > h2, .chart-lead, .chart-body';
const excluded = '.button, [data-page-only], input, textarea, details, dialog, script, style, template, .visually-hidden';

export async function chartToSvg(region: HTMLElement): Promise<string> {
  const picture = svg('g');
  const boxesOnPage: DOMRect[] = [];
  for (const part of region.querySelectorAll(included)) draw(part, picture, boxesOnPage);
  const [left, top] = [Math.min(...boxesOnPage.map(box => box.left)), Math.min(...boxesOnPage.map(box => box.top))];
  const [right, bottom] = [Math.max(...boxesOnPage.map(box => box.right)), Math.max(...boxesOnPage.map(box => box.bottom))];
  picture.setAttribute('transform', `translate(${rounded(margin - left)} ${rounded(margin - top)})`);
  const textOf = (selector: string): string => region.querySelector(selector)?.textContent.trim() ?? '';
  const [width, height] = [Math.ceil(right - left + 2 * margin), Math.ceil(bottom - top + 2 * margin)];
  const file = svg(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}` },
    svg('title', {}, textOf(included)),
    svg('desc', {}, textOf('.chart-lead')),
    svg('style', {}, await fontFaces(picture)),
    svg('rect', { width, height, fill: toHex(getComputedStyle(document.body).backgroundColor)[0] }),
    picture,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

/** @param boxesOnPage Receives the box of each part that is drawn. */
function draw(element: Element, into: SVGElement, boxesOnPage: DOMRect[]): void {
  if (element.matches(excluded) || isLabelOfExcluded(element)) return;
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
  const box = element.getBoundingClientRect();
  if (box.width > 0) boxesOnPage.push(box);
  const style = getComputedStyle(element);
  const group = style.opacity === '1' ? into : into.appendChild(svg('g', { opacity: style.opacity }));
  if (element instanceof HTMLSelectElement) {
    group.append(selectedOption(element, style));
    return;
  }
  group.append(...boxes(element, style));
  if (element instanceof SVGSVGElement) group.append(cloneDrawing(element, style));
  else {
    for (const child of element.childNodes) {
      if (child instanceof Text) group.append(...textLines(child, style));
      else if (child instanceof Element) draw(child, group, boxesOnPage);
    }
  }
}

function isLabelOfExcluded(element: Element): boolean {
  return element instanceof HTMLLabelElement && element.control?.matches(excluded) === true;
}
