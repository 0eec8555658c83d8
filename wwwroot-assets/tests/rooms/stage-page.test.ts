import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../js/rooms/stage';
import { FakeEventSource, answer, useFakeEvents } from './fake-events';
import { player, snapshot } from './snapshots';

beforeEach(() => {
  useFakeEvents();
  localStorage.setItem('room-stage-BCDF', 'old');
  document.body.innerHTML = `<room-stage data-code="BCDF" data-host><p data-room="live"></p><header data-room="bar"></header>
    <div data-room="view"></div><footer data-room="foot"></footer></room-stage>`;
});

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  vi.unstubAllGlobals();
});

test('another key is brought here: what the old one has underway is given up', async () => {
  const signals: AbortSignal[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn().mockImplementation((address: string, init?: RequestInit) => {
      if (!address.endsWith('/commands')) return Promise.resolve(answer(200, { stageKey: 'new' }));
      signals.push(init!.signal!);
      return new Promise(() => undefined);
    }),
  );
  FakeEventSource.last.tell(snapshot({ you: null, players: [player(1, 'Ann'), player(2, 'Bo'), player(3, 'Cem')] }));
  const old = FakeEventSource.last;
  document.querySelector<HTMLElement>('[data-do="start"]')!.click();
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  old.tell({}, 'ended');
  document.querySelector('[data-room="foot"]')!.innerHTML = '<button data-do="bring"></button>';
  document.querySelector<HTMLElement>('[data-do="bring"]')!.click();
  await vi.waitFor(() => expect(FakeEventSource.last).not.toBe(old));

  expect(old.isClosed).toBe(true);
  expect(signals[0]!.aborted).toBe(true);
});
