// <button data-download="csv|svg|png"> in a chart's region: its table as CSV, or the chart as a picture, as they stand on the page.
// The work is done here and needs no connection; listening on the document survives Blazor's page changes.
import { chartToSvg } from './chart-to-svg';
import { svgToPng } from './svg-to-png';
import { tableToCsv } from './table-to-csv';

export function offerDownloads(): void {
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-download]') : null;
    const region = button?.closest<HTMLElement>('.chart-region');
    if (button && region) void download(button, region);
  });
}

async function download(button: HTMLElement, region: HTMLElement): Promise<void> {
  const kind = button.dataset['download'] ?? '';
  const note = region.querySelector('[data-download-note]');
  if (note) note.textContent = '';
  try {
    save(await make(kind, region), `${fileName(region.querySelector('h2')?.textContent ?? '')}.${kind}`);
  } catch (error) {
    if (note) note.textContent = `The ${kind.toUpperCase()} file could not be made.`;
    throw error;
  }
}

async function make(kind: string, region: HTMLElement): Promise<Blob> {
  if (kind === 'csv')
    return new Blob([tableToCsv(region.querySelector<HTMLTableElement>('.chart-table table')!)], { type: 'text/csv;charset=utf-8' });
  const svg = await chartToSvg(region);
  return kind === 'png' ? svgToPng(svg) : new Blob([svg], { type: 'image/svg+xml' });
}

/** "Accuracy by algorithm" is accuracy-by-algorithm. */
function fileName(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'chart'
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Some browsers read it only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
