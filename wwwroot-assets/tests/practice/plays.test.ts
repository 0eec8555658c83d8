import { afterEach, expect, test, vi } from 'vitest';
import type { Play } from '../../js/practice/play';
import { Plays } from '../../js/practice/plays';

const play: Play = {
  id: 'one',
  drawnAt: 5,
  algorithm: 'k-means',
  strokes: [[[1, 2, 0]]],
  input: 'pen',
  label: null,
  notADigit: false,
  over: false,
};

afterEach(() => vi.restoreAllMocks());

const fresh = (): string => `plays-test-${Math.random()}`;

test('What waits is there when the page is opened again, and gone when it was sent', async () => {
  const name = fresh();
  await (await Plays.open(name)).put(play);
  const again = await Plays.open(name);
  expect(await again.all()).toEqual([play]);
  await again.put({ ...play, label: 7, over: true });
  expect(await again.all()).toEqual([{ ...play, label: 7, over: true }]);
  await again.remove('one');
  expect(await (await Plays.open(name)).all()).toEqual([]);
});

test('Where the browser refuses storage, plays wait in the page, and it knows', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('No storage here.', 'SecurityError');
  });
  const plays = await Plays.open(fresh());
  expect(plays.isKept).toBe(false);
  await plays.put(play);
  expect(await plays.all()).toEqual([play]);
});

test('Where storage is full, a play waits in the page until there is room', async () => {
  const plays = await Plays.open(fresh());
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full.', 'QuotaExceededError');
  });
  expect(await plays.put(play)).toBe(true);
  expect(plays.isKept).toBe(false);
  full.mockRestore();
  await plays.put(play);
  expect(plays.isKept).toBe(true);
  expect(await plays.all()).toEqual([play]);
});
