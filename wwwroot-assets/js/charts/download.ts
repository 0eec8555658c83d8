// <button data-download="csv|svg|png"> in a chart's region saves its table as CSV, or the chart as a picture, as they stand on the page.
// This needs no connection.
import { closestTarget } from '../closest-target';
import { required } from '../required';
import { save } from '../save-file';
import { chartToSvg } from './chart-to-svg';
import { svgToPng } from './svg-to-png';
import { tableToCsv } from './table-to-csv';

export function listenForDownloads(): void {
  document.addEventListener('click', event => {
    const button = closestTarget(event, '[data-download]');
    const region = button?.closest<HTMLElement>('.chart-region');
    if (button && region) void download(button, region);
  });
}

async function download(button: HTMLElement, region: HTMLElement): Promise<void> {
  const kind = button.dataset.download ?? '';
  const status = region.querySelector('[data-download-note]');
  if (status) status.textContent = '';
  try {
    save(await createFile(kind, region), `${fileName(region.querySelector('h2')?.textContent ?? '')}.${kind}`);
  } catch (error) {
    if (status) status.textContent = `The ${kind.toUpperCase()} file couldn’t be made.`;
    console.error(`The ${kind.toUpperCase()} file couldn’t be made.`, error);
  }
}

async function createFile(kind: string, region: HTMLElement): Promise<Blob> {
  if (kind === 'csv') {
    const table = required(region.querySelector<HTMLTableElement>('.chart-table table'), "The chart's table");
    return new Blob([tableToCsv(table)], { type: 'text/csv;charset=utf-8' });
  }
  const fold = region.querySelector<HTMLDetailsElement>('.chart-fold');
  if (fold) fold.open = true;
  const svg = await chartToSvg(region);
  return kind === 'png' ? svgToPng(svg) : new Blob([svg], { type: 'image/svg+xml' });
}

/** A file name of lower-case words with hyphens: "Accuracy by algorithm" becomes "accuracy-by-algorithm". */
function fileName(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'chart'
  );
}
