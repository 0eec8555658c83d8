import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenForDownloads } from '../../js/charts/download';

let saved: { name: string; file: Promise<Response> }[];

beforeAll(listenForDownloads);

beforeEach(() => {
  document.body.innerHTML = `<section class="chart-region"><h2>Accuracy – by algorithm!</h2><div class="chart-body">chart</div>
    ${['csv', 'svg', 'png'].map(kind => `<button data-download="${kind}"><b>${kind}</b></button>`).join('')}
    <span data-download-note></span><details class="chart-table"><table><tr><td>1<td>2</table></details></section>`;
  saved = [];
  // The browser would ask where to save the file.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file: fetch(this.href) });
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function download(kind: string): Promise<{ name: string; type: string; file: Blob }> {
  document.querySelector<HTMLElement>(`[data-download="${kind}"] b`)!.click();
  await expect.poll(() => saved).toHaveLength(1);
  const { name, file } = saved[0]!;
  const response = await file;
  return { name, type: response.headers.get('Content-Type') ?? '', file: await response.blob() };
}

describe('Download button', () => {
  test('csv: saves the table', async () => {
    const { name, type, file } = await download('csv');

    expect([name, type]).toEqual(['accuracy-by-algorithm.csv', 'text/csv;charset=utf-8']);
    expect(await file.text()).toBe('1,2\r\n');
  });

  test('svg: saves the picture', async () => {
    const { name, type, file } = await download('svg');

    expect([name, type]).toEqual(['accuracy-by-algorithm.svg', 'image/svg+xml']);
    expect(await file.text()).toContain('<title>Accuracy – by algorithm!</title>');
  });

  test('png: saves the picture as pixels', async () => {
    const { name, type, file } = await download('png');

    expect([name, type]).toEqual(['accuracy-by-algorithm.png', 'image/png']);
    expect((await createImageBitmap(file)).width).toBeGreaterThan(100);
  });

  test('svg of a folded chart: unfolds it first', async () => {
    const chart = document.querySelector('.chart-body')!;
    chart.outerHTML = `<details class="chart-fold"><summary>Show</summary>${chart.outerHTML}</details>`;
    const { file } = await download('svg');

    expect(await file.text()).toContain('>chart<');
  });

  test('title without a letter: the file is named "chart"', async () => {
    document.querySelector('h2')!.textContent = '…';

    expect((await download('csv')).name).toBe('chart.csv');
  });

  test('elsewhere on the page: saves nothing', () => {
    document.body.insertAdjacentHTML('beforeend', '<button id="elsewhere" data-download="csv"></button>');
    document.getElementById('elsewhere')!.click();

    expect(saved).toEqual([]);
  });
});

describe('File that cannot be made', () => {
  test('note says so, the console says why, and the next download takes the note away', async () => {
    const report = vi.spyOn(console, 'error').mockReturnValue();
    document.querySelector('.chart-table')!.remove();
    document.querySelector<HTMLElement>('[data-download="csv"]')!.click();
    const note = document.querySelector('[data-download-note]')!;
    await expect.poll(() => note.textContent).toBe('The CSV file couldn’t be made.');

    expect(report).toHaveBeenCalledWith('The CSV file couldn’t be made.', new Error("The chart's table is missing."));
    expect(saved).toEqual([]);
    await download('svg');
    expect(note.textContent).toBe('');
  });
});
