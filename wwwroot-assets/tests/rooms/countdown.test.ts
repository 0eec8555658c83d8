import { beforeEach, describe, expect, test } from 'vitest';
import { Announcer } from '../../js/rooms/announcer';
import { Countdown } from '../../js/rooms/countdown';
import { snapshot } from './snapshots';

let clock: Countdown;
/** @param hour At which the server says it is. */
const drawing = (left: number, hour = 19, passed = 0): ReturnType<typeof snapshot> => {
  const now = Date.UTC(2026, 10, 22, hour) + passed;
  return snapshot({
    phase: 'draw',
    round: 1,
    seconds: 20,
    serverTime: new Date(now).toISOString(),
    deadline: new Date(now + left).toISOString(),
  });
};

beforeEach(() => {
  clock = new Countdown();
});

test.each([19, 3])('whatever the hour of the server (%i): what is left is what it says, less what has passed here', hour => {
  clock.take(drawing(12_000, hour), 1_000);

  expect(clock.remaining(1_000)).toBe(12_000);
  expect(clock.remaining(5_000)).toBe(8_000);
  expect(clock.remaining(50_000)).toBe(0);
});

test('a snapshot that was long on its way gives no more time', () => {
  clock.take(drawing(12_000), 1_000);
  // Two seconds later by the server, three by this phone.
  clock.take(drawing(10_000, 19, 2_000), 4_000);

  expect(clock.remaining(4_000)).toBe(9_000);
});

test('half of the phase is over: half has passed', () => {
  clock.take(drawing(10_000), 0);

  expect(clock.passed(0)).toBe(0.5);
  expect(clock.passed(10_000)).toBe(1);
});

test('phase without an end: nothing counts down', () => {
  clock.take(snapshot(), 0);

  expect(clock.remaining(0)).toBeNull();
  expect(clock.isLastMoment(0)).toBe(false);
});

describe('Paused', () => {
  const paused = snapshot({ phase: 'draw', round: 1, seconds: 20, paused: true, pausedBecause: 'screen' });

  test('stands still, and goes on from there', () => {
    clock.take(drawing(12_000), 0);
    clock.take(paused, 2_000);
    clock.take(paused, 9_000);
    expect(clock.remaining(60_000)).toBe(10_000);
    clock.take(drawing(10_000, 20), 60_000);

    expect(clock.remaining(61_000)).toBe(9_000);
  });

  test('from the beginning: nobody knows what is left', () => {
    clock.take(paused, 0);

    expect(clock.remaining(0)).toBeNull();
  });

  test('at its last moment: is none', () => {
    clock.take(drawing(500), 0);
    clock.take(paused, 0);

    expect(clock.isLastMoment(0)).toBe(false);
  });
});

test.each([
  [1_100, 20, false],
  [1_000, 20, true],
  [300, 2, false],
  [200, 2, true],
])('%i ms before the end of %i s: the last moment is %s', (left, seconds, isLast) => {
  clock.take({ ...drawing(left), seconds }, 0);

  expect(clock.isLastMoment(0)).toBe(isLast);
});

test('read aloud: at ten and at five seconds, and at no other', () => {
  const live = document.createElement('p');
  const announcer = new Announcer(live);
  const heard: string[] = [];
  announcer.say('draw 1', 'Draw a 7');
  for (let left = 20_000; left >= 0; left -= 100) {
    announcer.tick(left);
    if (heard.at(-1) !== live.textContent) heard.push(live.textContent);
  }

  expect(heard).toEqual(['Draw a 7', '10 seconds left', '5 seconds left']);
});
