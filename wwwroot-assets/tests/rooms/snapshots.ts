// Snapshots as the server sends them.
import { type Contestant } from '../../js/rooms/contestants';
import type { PhoneModel } from '../../js/rooms/phone/model';
import { readSnapshot, type Player, type Revealed, type Snapshot } from '../../js/rooms/snapshot';

export const stroke = [
  [0, 0, 0],
  [10, 20, 100],
];

export function player(seat: number, name: string, points = 0, rank = 1): Player {
  return { seat, name, points, rank, connected: true, watching: false, acted: false };
}

export const you = { seat: 1, name: 'Ann', points: 0, rank: 1, watching: false, moreTime: false, gap: 0 };

/** Of a room with Ann, who is the caller, and Bo. */
export function snapshot(fields: Partial<Snapshot> = {}): Snapshot {
  const whole = {
    version: 1,
    serverTime: '2026-11-22T19:00:00Z',
    code: 'BCDF',
    mode: 'fool',
    phase: 'lobby',
    rounds: 5,
    you,
    players: [player(1, 'Ann'), player(2, 'Bo')],
    ...fields,
  };
  return readSnapshot(JSON.stringify(whole))!;
}

export function revealed(fields: Partial<Revealed> = {}): Revealed {
  return {
    drawing: 'a',
    seat: 1,
    asked: 7,
    readable: true,
    votes: [7, 7, 1],
    guesses: [
      { algorithm: 'x', digit: 1, confidence: 0.93 },
      { algorithm: 'y', digit: 7, confidence: 0.6 },
      { algorithm: 'z', digit: 7, confidence: 0.99 },
    ],
    fooled: ['x'],
    points: 200,
    strokes: [stroke],
    ...fields,
  };
}

export const cast = (id: string): Contestant => ({ name: `Machine ${id}`, colour: 'red', face: () => null });

export function phone(fields: Partial<PhoneModel> = {}): PhoneModel {
  return {
    code: 'BCDF',
    nickname: '',
    state: { kind: 'open' },
    snapshot: snapshot(),
    judged: new Set(),
    isSent: false,
    isOnItsWay: false,
    cast,
    ...fields,
  };
}
