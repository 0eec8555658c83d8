import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backoff } from '../../js/rooms/backoff';
import { Connection, silence, type ConnectionState } from '../../js/rooms/connection';
import type { Snapshot } from '../../js/rooms/snapshot';
import { answer, FakeEventSource, useFakeEvents } from './fake-events';
import { snapshot } from './snapshots';

let states: ConnectionState[];
let heard: Snapshot[];
let connection: Connection;
const kinds = (): string[] => states.map(state => state.kind);

beforeEach(() => {
  vi.useFakeTimers();
  useFakeEvents();
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Out of reach.')));
  states = [];
  heard = [];
  connection = new Connection('/events', { onSnapshot: one => heard.push(one), onState: state => states.push(state) });
  connection.open();
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('snapshot arrives: is open, and hands it on', () => {
  FakeEventSource.last.tell(snapshot({ phase: 'draw' }));

  expect(kinds()).toEqual(['connecting', 'open']);
  expect(heard.map(one => one.phase)).toEqual(['draw']);
});

test('each stream says when it was opened, later than the one before', () => {
  FakeEventSource.last.tell({}, 'message');
  document.dispatchEvent(new Event('visibilitychange'));

  const opened = FakeEventSource.all.map(source => Number(new URL(source.url, 'http://game').searchParams.get('opened')));
  expect(opened).toHaveLength(2);
  expect(opened[1]).toBeGreaterThan(opened[0]!);
});

test('something that is no snapshot: is not handed on', () => {
  FakeEventSource.last.tell({ hello: 1 });

  expect(heard).toEqual([]);
});

describe('A stream that is silent', () => {
  test('for 15 s: is closed and opened anew, with what it said before still shown', () => {
    const first = FakeEventSource.last;
    first.tell(snapshot());
    vi.advanceTimersByTime(silence);

    expect(first.isClosed).toBe(true);
    expect(FakeEventSource.all).toHaveLength(2);
    expect(kinds().at(-1)).toBe('lost');
  });

  test('for 10 s at a time: stays', () => {
    for (let i = 0; i < 5; i++) {
      FakeEventSource.last.tell(snapshot());
      vi.advanceTimersByTime(10_000);
    }

    expect(FakeEventSource.all).toHaveLength(1);
  });

  test('what comes late from the old one is not heard', () => {
    const first = FakeEventSource.last;
    vi.advanceTimersByTime(silence);
    first.tell({}, 'replaced');

    expect(kinds()).not.toContain('replaced');
  });
});

describe('A stream that breaks', () => {
  test('is opened again after a pause, longer each time, up to 5 s', async () => {
    FakeEventSource.last.fail();
    await vi.advanceTimersByTimeAsync(499);
    expect(FakeEventSource.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(501);
    expect(FakeEventSource.all).toHaveLength(2);
    FakeEventSource.last.tell(snapshot());

    expect(kinds()).toEqual(['connecting', 'lost', 'open']);
  });

  test.each([1, 2, 3, 10])('pause after %i failures: from half a second to 5 s, by chance', attempt => {
    expect(backoff(attempt, 0)).toBeLessThanOrEqual(5_000);
    expect(backoff(attempt, 1)).toBeGreaterThanOrEqual(500);
    expect(backoff(attempt, 1)).toBeLessThan(backoff(attempt, 0));
  });

  test('refused by the server: says so in its words, and stops', async () => {
    vi.mocked(fetch).mockResolvedValue(answer(404, { detail: 'There’s no room.' }));
    FakeEventSource.last.fail();
    // A body is read in its own time, not in that of the test.
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ kind: 'refused', status: 404, detail: 'There’s no room.' }));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(FakeEventSource.all).toHaveLength(1);
  });

  test.each([429, 500, 503])('status %i: goes on trying', async status => {
    vi.mocked(fetch).mockResolvedValue(answer(status));
    FakeEventSource.last.fail();
    await vi.advanceTimersByTimeAsync(2_000);

    expect(FakeEventSource.all).toHaveLength(2);
  });
});

describe('Page wakes', () => {
  test.each(['visibilitychange', 'online', 'pageshow'])('%s: opens a new stream at once', name => {
    const first = FakeEventSource.last;
    if (name === 'visibilitychange') document.dispatchEvent(new Event(name));
    else dispatchEvent(name === 'pageshow' ? new PageTransitionEvent(name, { persisted: true }) : new Event(name));

    expect(first.isClosed).toBe(true);
    expect(FakeEventSource.all).toHaveLength(2);
  });

  test('a stream that the browser revives: is closed again, and takes no seat', () => {
    const first = FakeEventSource.last;
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    first.isClosed = false;
    first.fail();

    expect(first.isClosed).toBe(true);
    expect(FakeEventSource.all).toHaveLength(2);
    expect(FakeEventSource.last.isClosed).toBe(false);
  });

  test('while it waits after a failure: does not wait any longer', async () => {
    FakeEventSource.last.fail();
    await vi.advanceTimersByTimeAsync(10);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(FakeEventSource.all).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(5_000);

    expect(FakeEventSource.all).toHaveLength(2);
  });

  test('is loaded: has a stream already', () => {
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));

    expect(FakeEventSource.all).toHaveLength(1);
  });
});

describe('The server ends it', () => {
  test.each([
    ['replaced', {}, { kind: 'replaced' }],
    ['ended', { reason: 'This room has ended.' }, { kind: 'ended', reason: 'This room has ended.' }],
  ])('%s: closes, and does not open by itself', (type, data, state) => {
    FakeEventSource.last.tell(data, type);
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(60_000);

    expect(states.at(-1)).toEqual(state);
    expect(FakeEventSource.all).toHaveLength(1);
    expect(FakeEventSource.last.isClosed).toBe(true);
  });

  test('replaced, and wanted back: opens', () => {
    FakeEventSource.last.tell({}, 'replaced');
    connection.open();
    FakeEventSource.last.tell(snapshot());

    expect(kinds().at(-1)).toBe('open');
  });
});
