import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { defineLiveGuess } from '../../js/guess/live-guess';
import { tellPage } from '../../js/pad/ink-event';
import type { Point } from '../../js/pad/stroke';

/** In the place of the worker: as many strokes, that digit. Nine strokes are too many for it. */
const worker = URL.createObjectURL(
  new Blob(
    [
      `onmessage = ({ data: { request, strokes, models } }) => {
         const seen = strokes.length;
         const probabilities = Array.from({ length: 10 }, (_, digit) => (digit === seen ? 0.91 : 0.01));
         const guesses = models.map(({ id, version }) => ({ algorithm: id, version, probabilities }));
         const unknown = models.filter(({ id }) => id === 'odd').map(({ id }) => id);
         postMessage({ request, image: null, guesses: seen === 0 || seen === 9 ? [] : guesses, unknown });
       };`,
    ],
    { type: 'text/javascript' },
  ),
);

const model = (id: string): object => ({
  ...{ id, version: '1', address: `/models/${id}/1/model.onnx`, bytes: 1, sha256: 'ab' },
  ...{ input: { name: 'x', layout: 'flat', batch: null, scale: 1, offset: 0 }, output: { name: 'y', kind: 'probabilities' } },
});
const list = `data:application/json,${encodeURIComponent(JSON.stringify(['cnn', 'mlp', 'odd'].map(model)))}`;

type Live = HTMLElement & { value: string };
/** What the server was told, each time. */
let told: string[] = [];

const live = (): Live => document.querySelector('live-guess')!;
const words = (): string => document.querySelector<HTMLElement>('live-words')!.shadowRoot?.textContent ?? '';
const shares = (): string[] => [...document.querySelectorAll<HTMLElement>('.column')].map(bar => bar.style.getPropertyValue('--live'));

function open(contestant: string): void {
  document.body.innerHTML = `
    <drawing-pad></drawing-pad><div data-pad="sheet"></div>
    <div>
      <live-guess hidden data-worker="${worker}" data-wasm="/runtime.wasm" data-list='${list}' data-contestant="${contestant}"></live-guess>
      <p><live-words>I’m all eyes.</live-words></p>
      <div class="bars">${'<button><span class="column"></span></button>'.repeat(10)}</div>
    </div>`;
  live().addEventListener('change', () => told.push(live().value));
}

/** @returns Whether the browser guesses by itself. */
function draw(strokes: number): boolean {
  const stroke: Point[] = [[1, 1, 0]];
  return tellPage(
    document.querySelector('drawing-pad')!,
    Array.from({ length: strokes }, () => stroke),
  );
}

/** As a first stroke ends. */
const lift = (): boolean => document.querySelector('[data-pad=sheet]')!.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));

async function ready(contestant = 'cnn/1'): Promise<void> {
  open(contestant);
  lift();
  await expect.poll(() => live().value).toBe(contestant);
}

beforeAll(defineLiveGuess);
beforeEach(() => (told = []));
afterEach(() => (document.body.innerHTML = ''));

test('Before anything is loaded the server guesses, and is told when it need not any more', async () => {
  open('cnn/1');
  expect(draw(1)).toBe(false);
  expect(told).toEqual([]);
  lift();
  await expect.poll(() => told).toEqual(['cnn/1']);

  expect(words()).toBe('');
});

test('A stroke: the browser says what it sees and sets the bars; what Blazor has rendered stays', async () => {
  await ready();
  expect(draw(3)).toBe(true);
  await expect.poll(words).toBe('I see a 3…');
  expect(shares()).toEqual(Array.from({ length: 10 }, (_, digit) => (digit === 3 ? '0.9100' : '0.0100')));
  expect(document.querySelector('live-words')!.textContent).toBe('I’m all eyes.');
  draw(4);

  await expect.poll(words).toBe('a 3?… no, a 4!');
});

test('A digit that the server saw before the browser could guess is the one before', async () => {
  await ready();
  live().dataset.digit = '8';
  draw(3);

  await expect.poll(words).toBe('an 8?… no, a 3!');
});

test('A blank pad: the server’s words are seen again, and the next drawing has no digit before', async () => {
  await ready();
  draw(3);
  await expect.poll(words).toBe('I see a 3…');
  draw(0);
  expect(words()).toBe('');
  expect(shares().join('')).toBe('');
  draw(4);

  await expect.poll(words).toBe('I see a 4…');
});

test('The answer: nothing of the live guess is left, and it is not the one before the next drawing', async () => {
  await ready();
  draw(3);
  await expect.poll(words).toBe('I see a 3…');
  live().dataset.answered = 'some id';
  expect(words()).toBe('');
  expect(shares().join('')).toBe('');
  draw(1);
  await expect.poll(words).toBe('I see a 1…');
  delete live().dataset.answered;

  expect(words()).toBe('I see a 1…');
});

test('A stroke that comes before the page knows of the answer is guessed when the next round begins', async () => {
  await ready();
  draw(3);
  live().dataset.answered = 'some id';
  delete live().dataset.answered;

  await expect.poll(words).toBe('I see a 3…');
});

test('Another contestant: the server guesses until this one is loaded', async () => {
  await ready();
  draw(3);
  await expect.poll(words).toBe('I see a 3…');
  live().dataset.contestant = 'mlp/1';
  expect(words()).toBe('');
  expect(draw(4)).toBe(false);
  await expect.poll(() => told).toEqual(['cnn/1', '', 'mlp/1']);

  expect(draw(5)).toBe(true);
});

test('The contestant has a mask on: the server guesses', async () => {
  await ready();
  delete live().dataset.contestant;

  expect(draw(1)).toBe(false);
});

test.each(['rookie/1', 'cnn/2', 'odd/1'])('%s, which no browser can have or run: the server goes on guessing', async contestant => {
  await ready();
  live().dataset.contestant = contestant;
  await new Promise(resolve => setTimeout(resolve, 200));

  expect(draw(1)).toBe(false);
  expect(told).toEqual(['cnn/1', '']);
});

test('The game does not say who can guess: it is asked again at the next stroke', async () => {
  await ready();
  live().dataset.list = '/not-there';
  const fetched = vi.spyOn(window, 'fetch').mockRejectedValueOnce(new TypeError('No network.'));
  live().dataset.contestant = 'rookie/1';
  await expect.poll(() => fetched.mock.calls.length).toBe(1);
  draw(1);
  await expect.poll(() => fetched.mock.calls.length).toBe(2);
  fetched.mockRestore();
});

test('The browser fails at a drawing: the server is told, and the browser comes back', async () => {
  await ready();
  draw(3);
  expect(draw(9)).toBe(true);
  await expect.poll(() => told).toEqual(['cnn/1', '']);
  expect(words()).toBe('');
  expect(draw(3)).toBe(false);

  await expect.poll(() => told).toEqual(['cnn/1', '', 'cnn/1']);
});

test('The connection is back: the server is told again', async () => {
  await ready();
  document.dispatchEvent(new Event('reconnected'));

  expect(told).toEqual(['cnn/1', 'cnn/1']);
});
