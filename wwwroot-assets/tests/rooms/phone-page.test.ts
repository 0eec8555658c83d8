import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../js/rooms/phone';
import { drawStroke, reload } from '../rendered-pad';
import type { Snapshot } from '../../js/rooms/snapshot';
import { answer, FakeEventSource, useFakeEvents } from './fake-events';
import { snapshot } from './snapshots';

const task = { kind: 'draw', digit: 7, left: 1 } as const;
const drawing: Partial<Snapshot> = { phase: 'draw', step: 'draw', game: 1, round: 1, task, seconds: 20 };
let version = 1;

function tell(fields: Partial<Snapshot>, left = 20): void {
  const deadline = fields.paused === true ? null : new Date(Date.parse('2026-11-22T19:00:00Z') + left * 1_000).toISOString();
  FakeEventSource.last.tell(snapshot({ ...drawing, deadline, version: ++version, ...fields }));
}

const sent = (wanted: string): unknown[] =>
  vi
    .mocked(fetch)
    .mock.calls.map(([, init]) => JSON.parse((init?.body ?? '{}') as string) as Record<string, unknown>)
    .filter(({ kind }) => kind === wanted);
const spoken = (): string => document.querySelector('[data-room="live"]')!.textContent;
const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(async () => {
  await reload();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'] });
  useFakeEvents();
  vi.stubGlobal(
    'fetch',
    vi.fn().mockImplementation(() => Promise.resolve(answer(200))),
  );
  sessionStorage.clear();
  const page = document.createElement('room-phone');
  page.dataset.code = 'BCDF';
  page.innerHTML = `<p data-room="live"></p><header data-room="bar"></header><div data-room="view"></div>
    <div data-room="pad" hidden><p data-room="note"></p></div><footer data-room="foot"></footer>`;
  page.querySelector('[data-room="pad"]')!.prepend(...document.body.childNodes);
  document.body.append(page);
  await pass(0);
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('refused by a pause: is sent at the last moment when the game goes on', async () => {
  tell({});
  drawStroke();
  vi.mocked(fetch).mockResolvedValueOnce(answer(409, { detail: 'The game is paused. Send it again when it goes on.' }));
  tell({}, 0.5);
  await pass(200);
  expect(sent('draw')).toHaveLength(1);
  tell({ paused: true });
  tell({}, 5);
  await pass(2_000);
  expect(sent('draw')).toHaveLength(1);
  await pass(2_500);

  expect(sent('draw')).toHaveLength(2);
});

test('same round of the next game, missed in between: the drawing is asked for anew', async () => {
  tell({});
  drawStroke();
  tell({}, 0.5);
  await pass(200);
  expect(sent('draw')).toHaveLength(1);
  tell({ game: 2 });

  expect(document.querySelector<HTMLElement>('[data-room="pad"]')!.hidden).toBe(false);
  expect(document.querySelector('h1')!.textContent).toContain('Draw a 7');
});

test('the next phase: is not under the menu', () => {
  tell({});
  document.querySelector<HTMLDetailsElement>('details.menu')!.open = true;
  tell({});
  expect(document.querySelector<HTMLDetailsElement>('details.menu')!.open).toBe(true);
  tell({ phase: 'jury', step: 'jury', task: null });

  expect(document.querySelector<HTMLDetailsElement>('details.menu')!.open).toBe(false);
});

test('more time in the middle of a phase: is asked for, and told once it is so', async () => {
  tell({});
  document.querySelector<HTMLElement>('[data-do="moreTime"]')!.click();
  await pass(0);

  expect(sent('moreTime')).toMatchObject([{ on: true, round: 1 }]);
  expect(spoken()).toBe('You have twice as long from now on.');
});

test('a question that was left open is not asked again', async () => {
  tell({});
  document.querySelector<HTMLDetailsElement>('details.menu')!.open = true;
  document.querySelector<HTMLElement>('[data-asked="leave"]')!.click();
  expect(document.querySelector('[data-do="leave"]')).not.toBeNull();
  document.querySelector<HTMLDetailsElement>('details.menu')!.open = false;
  await vi.waitFor(() => expect(document.querySelector('[data-do="leave"]')).toBeNull());
});
