import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Commands } from '../../js/rooms/commands';
import { answer } from './fake-events';

const storage = 'test-commands';
let commands: Commands;
const bodies = (): Record<string, unknown>[] =>
  vi.mocked(fetch).mock.calls.map(([, init]) => JSON.parse(init!.body as string) as Record<string, unknown>);
const ids = (): unknown[] => bodies().map(body => body.id);
const vote = { kind: 'vote', round: 2, drawing: 'a', digit: 7 };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    vi.fn().mockImplementation(() => Promise.resolve(answer(200))),
  );
  commands = new Commands('/commands', { keepAs: storage, extra: { screen: 's' } });
});

afterEach(() => {
  commands.close();
  sessionStorage.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('sent: carries its fields, an id and what goes along with all', async () => {
  expect(await commands.send('vote', vote)).toEqual({ taken: true });
  expect(bodies()[0]).toMatchObject({ ...vote, screen: 's' });
  expect(ids()[0]).toMatch(/^[0-9a-f]{32}$/);
});

test('pressed twice: is sent once, and both hear the answer', async () => {
  const both = await Promise.all([commands.send('vote', vote), commands.send('vote', vote)]);

  expect(both).toEqual([{ taken: true }, { taken: true }]);
  expect(fetch).toHaveBeenCalledOnce();
});

test('done, and wanted again: has another id', async () => {
  await commands.send('pause', { kind: 'pause', round: 1 });
  await commands.send('pause', { kind: 'pause', round: 1 });

  expect(new Set(ids()).size).toBe(2);
});

test.each([
  ['nobody answers', (): Promise<Response> => Promise.reject(new TypeError('Out of reach.'))],
  ['the server is busy', (): Promise<Response> => Promise.resolve(answer(503))],
  ['too much was asked', (): Promise<Response> => Promise.resolve(answer(429))],
])('%s: tries again with the same id until it is taken', async (_, failure) => {
  vi.mocked(fetch).mockImplementationOnce(failure).mockImplementationOnce(failure);
  const outcome = commands.send('vote', vote);
  await vi.advanceTimersByTimeAsync(10_000);

  expect(await outcome).toEqual({ taken: true });
  expect(ids()).toHaveLength(3);
  expect(new Set(ids()).size).toBe(1);
});

test('refused: says why, and does not try again', async () => {
  vi.mocked(fetch).mockResolvedValue(answer(409, { detail: 'Time’s up.' }));

  expect(await commands.send('vote', vote)).toEqual({ taken: false, detail: 'Time’s up.' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetch).toHaveBeenCalledOnce();
});

describe('Page is loaded again', () => {
  const isKept = (): boolean => sessionStorage.getItem(storage) !== null;

  test('before the answer: sends it again with the same id', async () => {
    vi.mocked(fetch).mockRejectedValueOnce(new TypeError('Out of reach.'));
    void commands.send('vote 2 a', vote);
    await vi.advanceTimersByTimeAsync(10);
    commands.close();
    await vi.advanceTimersByTimeAsync(10_000);
    const after = new Commands('/commands', { keepAs: storage });
    const [[what, outcome]] = [...after.resume()] as [[string, Promise<unknown>]];

    expect(what).toBe('vote 2 a');
    expect(await outcome).toEqual({ taken: true });
    expect(ids()).toHaveLength(2);
    expect(new Set(ids()).size).toBe(1);
    expect(isKept()).toBe(false);
  });

  test('after the answer: has nothing to send', async () => {
    await commands.send('vote', vote);

    expect(isKept()).toBe(false);
    expect(new Commands('/commands', { keepAs: storage }).resume().size).toBe(0);
  });

  test.each(['nonsense', '{}', '[1]', '[["what", {"id": 1}]]'])('storage holds %s: sends nothing', kept => {
    sessionStorage.setItem(storage, kept);

    expect(commands.resume().size).toBe(0);
  });

  test('of a screen: forgets it', async () => {
    vi.mocked(fetch).mockRejectedValue(new TypeError('Out of reach.'));
    const screen = new Commands('/commands', { keepAs: null });
    void screen.send('skip', { kind: 'skip', round: 1 });
    await vi.advanceTimersByTimeAsync(10);
    screen.close();

    expect(sessionStorage.length).toBe(0);
  });
});
