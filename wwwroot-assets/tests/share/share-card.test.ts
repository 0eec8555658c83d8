import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { listenForShares } from '../../js/share/share-card';

const card = {
  title: 'Fooled 1 of 2 machines',
  asked: 'Asked for: a 7',
  strokes: [
    [
      [0, 0],
      [1000, 0],
      [500, 1000],
    ],
  ],
  says: [
    { name: 'MNIST CNN', digit: 7, isRight: true },
    { name: 'k-means', digit: 1, isRight: false },
  ],
};

let saved: { name: string; file: Promise<Response> }[];

beforeAll(listenForShares);

beforeEach(() => {
  document.body.innerHTML = `<p><button>Save</button><span data-card-note></span></p>`;
  saved = [];
  // The browser would ask where to save the file.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file: fetch(this.href) });
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

function press(share: string): void {
  const button = document.querySelector('button')!;
  button.dataset.card = share;
  button.click();
}

test('Button: saves a picture with the ink on the sheet and one that was fooled in yellow', async () => {
  press(JSON.stringify(card));
  await expect.poll(() => saved).toHaveLength(1);
  const { name, file } = saved[0]!;
  const picture = await createImageBitmap(await (await file).blob());
  expect([name, picture.width, picture.height]).toEqual(['game-night.png', 1080, 1350]);
  const canvas = new OffscreenCanvas(1080, 1350).getContext('2d')!;
  canvas.drawImage(picture, 0, 0);
  const pixel = (x: number, y: number): number[] => [...canvas.getImageData(x, y, 1, 1).data.slice(0, 3)];
  // The middle of the seven's bar, the paper beside it, and the two cards.
  expect(pixel(540, 310)).toEqual([29, 26, 22]);
  expect(pixel(540, 240)).toEqual([255, 253, 248]);
  expect(pixel(300, 886)).toEqual([255, 253, 248]);
  expect(pixel(800, 886)).toEqual([255, 228, 138]);
});

test('Button that has no card: says so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  press('no card');
  await expect.poll(() => document.querySelector('[data-card-note]')!.textContent).toBe('The picture couldn’t be made.');
  expect(saved).toEqual([]);
});
