// A chart as one SVG file that needs nothing else: title, lead and chart where they stand on the page, every style written out.
// Drawings are cloned, HTML becomes rectangles and text. What serves only the page is left out (see ChartRegion.razor).
import { boxes } from './boxes';
import { cloneDrawing } from './clone-drawing';
import { fontFaces } from './font-faces';
import { colour, rounded, svg } from './svg';
import { choice, lines } from './text-lines';

const margin = 24;
const seen = ':scope > h2, .chart-lead, .chart-body';
const leftOut = '.button, [data-page-only], input, textarea, details, dialog, script, style, template, .visually-hidden';

export async function chartToSvg(region: HTMLElement): Promise<string> {
  const picture = svg('g');
  const places: DOMRect[] = [];
  for (const part of region.querySelectorAll(seen)) draw(part, picture, places);
  const [left, top] = [Math.min(...places.map(place => place.left)), Math.min(...places.map(place => place.top))];
  const [right, bottom] = [Math.max(...places.map(place => place.right)), Math.max(...places.map(place => place.bottom))];
  picture.setAttribute('transform', `translate(${rounded(margin - left)} ${rounded(margin - top)})`);
  const words = (selector: string): string => region.querySelector(selector)?.textContent?.trim() ?? '';
  const [width, height] = [Math.ceil(right - left + 2 * margin), Math.ceil(bottom - top + 2 * margin)];
  const file = svg(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}` },
    svg('title', {}, words(seen)),
    svg('desc', {}, words('.chart-lead')),
    svg('style', {}, await fontFaces(picture)),
    svg('rect', { width, height, fill: colour(getComputedStyle(document.body).backgroundColor)[0] }),
    picture,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

/** @param places Gets where each part stands on the page. */
function draw(element: Element, into: SVGElement, places: DOMRect[]): void {
  if (element.matches(leftOut) || namesWhatIsLeftOut(element)) return;
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
  const place = element.getBoundingClientRect();
  if (place.width > 0) places.push(place);
  const style = getComputedStyle(element);
  const group = style.opacity === '1' ? into : into.appendChild(svg('g', { opacity: style.opacity }));
  if (element instanceof HTMLSelectElement) return void group.append(choice(element, style));
  group.append(...boxes(element, style));
  if (element instanceof SVGSVGElement) group.append(cloneDrawing(element, style));
  else {
    for (const child of element.childNodes) {
      if (child instanceof Text) group.append(...lines(child, style));
      else if (child instanceof Element) draw(child, group, places);
    }
  }
}

function namesWhatIsLeftOut(element: Element): boolean {
  return element instanceof HTMLLabelElement && element.control?.matches(leftOut) === true;
}
