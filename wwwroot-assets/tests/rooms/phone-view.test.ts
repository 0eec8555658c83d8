import { describe, expect, test } from 'vitest';
import { h } from '../../js/rooms/render';
import type { PhoneModel } from '../../js/rooms/phone/model';
import { asksForDrawing, phoneView } from '../../js/rooms/phone/view';
import type { Snapshot } from '../../js/rooms/snapshot';
import { juryOf } from '../../js/rooms/words';
import { phone, player, revealed, snapshot, stroke, you } from './snapshots';

function see(fields: Partial<PhoneModel>): HTMLElement {
  return h('div', {}, ...phoneView(phone(fields)).body);
}
const play = (fields: Partial<Snapshot>, more: Partial<PhoneModel> = {}): HTMLElement => see({ snapshot: snapshot(fields), ...more });
const title = (page: HTMLElement): string => page.querySelector('h1')!.textContent;

describe('Outside of a game', () => {
  test('without a seat: asks for a name, the nickname if there is one', () => {
    const page = see({ snapshot: null, nickname: 'Otter', state: { kind: 'refused', status: 403, detail: '' } });

    expect(page.querySelector('label')!.textContent).toContain('Your name');
    expect(page.querySelector('input')!.value).toBe('Otter');
    expect(page.querySelector('button')!.textContent).toBe('Join');
  });

  test('no such room: says so in the server’s words, and asks for a code', () => {
    const page = see({ snapshot: null, state: { kind: 'refused', status: 404, detail: 'There’s no room with this code.' } });

    expect(page.textContent).toContain('There’s no room with this code.');
    expect(page.querySelector('form')!.getAttribute('action')).toBe('/rooms');
  });

  test('in another tab: offers to play here', () => {
    expect(see({ state: { kind: 'replaced' } }).querySelector('[data-do="reopen"]')!.textContent).toBe('Play here');
  });

  test('the server has ended it: says why', () => {
    expect(title(see({ state: { kind: 'ended', reason: 'You were kicked from this room.' } }))).toBe('You were kicked from this room');
  });

  test('left: says that the points wait, and offers to come back', () => {
    const page = see({ state: { kind: 'ended', reason: 'You left this room.' } });

    expect(title(page)).toBe('You left this room');
    expect(page.querySelector('a[href="/rooms/BCDF"]')!.textContent).toBe('Come back');
  });

  test('never reached: names the address and the Wi‑Fi', () => {
    expect(see({ snapshot: null, state: { kind: 'lost' } }).textContent).toContain(location.host);
  });

  test('lost in the middle of a game: the game stays', () => {
    expect(title(see({ state: { kind: 'lost' } }))).toBe('You’re in!');
  });
});

test('lobby: name, who is here, more time', () => {
  const page = play({ you: { ...you, moreTime: true } });

  expect(page.querySelector('.me')!.textContent).toBe('Ann');
  expect([...page.querySelectorAll('.room-seats li')].map(seat => seat.textContent)).toEqual(['Ann', 'Bo']);
  expect(page.querySelector('[data-do="moreTime"]')!.getAttribute('aria-pressed')).toBe('true');
});

test('brief: tells the twist', () => {
  expect(play({ phase: 'brief', round: 1, twist: 'otherHand' }).textContent).toContain('Twist: with your other hand');
});

describe('Draw', () => {
  const task = { kind: 'draw', digit: 8, left: 1 } as const;
  const drawing = { phase: 'draw', round: 1, task, progress: { done: 3, of: 7 } } as const;

  test('digit is asked for: says what to do with it', () => {
    expect(title(play(drawing))).toBe('Draw an 8 that people can read and machines can’t');
    expect(asksForDrawing(phone({ snapshot: snapshot(drawing) }))).toBe(true);
  });

  test.each([
    ['sent a moment ago', drawing, true],
    ['sent, and the server knows', { ...drawing, task: null, players: [{ ...player(1, 'Ann'), acted: true }] }, false],
  ])('%s: says how many are done', (_, fields, isSent) => {
    const page = play(fields, { isSent });

    expect(title(page)).toBe('Sent!');
    expect(page.textContent).toContain('3 of 7 are done.');
    expect(asksForDrawing(phone({ snapshot: snapshot(fields), isSent }))).toBe(false);
  });

  test('on its way: does not say that it is there', () => {
    const page = play(drawing, { isSent: true, isOnItsWay: true });

    expect(title(page)).toBe('Sending…');
  });

  test('came in the middle: draws in the next round', () => {
    expect(play({ ...drawing, task: null }).textContent).toContain('draw the next time');
  });

  test('came when all places were taken: judges', () => {
    expect(play({ ...drawing, you: { ...you, watching: true } }).textContent).toContain('You judge what they draw');
  });

  test('in another tab: asks for nothing', () => {
    expect(asksForDrawing(phone({ snapshot: snapshot(drawing), state: { kind: 'replaced' } }))).toBe(false);
  });
});

describe('Jury', () => {
  const drawings = ['a', 'b'].map(drawing => ({ drawing, strokes: [stroke] }));
  const judging = { phase: 'jury', round: 1, task: { kind: 'vote', drawings } } as const;

  test('asks for one after the other, by buttons and keys', () => {
    const page = play(judging);
    const buttons = [...page.querySelectorAll<HTMLElement>('[data-do="vote"]')];

    expect(title(page)).toBe('Which digit is this?');
    expect(buttons.map(button => button.textContent)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'Not a digit']);
    expect(buttons.every(button => button.dataset.drawing === 'a')).toBe(true);
    expect(buttons[7]!.dataset).toMatchObject({ digit: '7', hotkey: '7' });
    expect(buttons[10]!.dataset.digit).toBe('');
    expect(page.textContent).toContain('2 to go');
  });

  test('one is judged: asks for the next', () => {
    const page = play(judging, { judged: new Set(['a']) });

    expect(page.querySelector<HTMLElement>('[data-do="vote"]')!.dataset.drawing).toBe('b');
    expect(page.textContent).toContain('The last one');
  });

  test('all are judged: thanks', () => {
    expect(title(play(judging, { judged: new Set(['a', 'b']) }))).toBe('Thanks, that’s all!');
  });
});

describe('Reveal', () => {
  const reveal = (fields: Parameters<typeof revealed>[0]): HTMLElement => play({ phase: 'reveal', round: 1, reveal: [revealed(fields)] });

  test('machines were fooled: says how many, by whom it was read, and the points', () => {
    const page = reveal({});

    expect(title(page)).toBe('You fooled 1 machine!');
    expect(page.textContent).toContain('+200');
    expect(page.textContent).toContain('2 of 3 people could read it.');
    expect([...page.querySelectorAll('.room-card .name')].at(-1)!.textContent).toBe('Machine x');
  });

  test.each([
    { votes: [4], words: 'The jury could read it.' },
    { votes: [4, 4], words: 'Both people could read it.' },
    { votes: [4, 4, 4], words: 'All 3 people could read it.' },
    { votes: [], words: 'No vote came in time.' },
  ])('$votes.length people judge it: $words', ({ votes, words }) => {
    expect(juryOf(revealed({ asked: 4, votes }))).toBe(words);
  });

  test('people could not read it: says so', () => {
    expect(title(reveal({ readable: false, points: 0, votes: [1, 1] }))).toBe('Too odd: people couldn’t read it');
    expect(title(reveal({ readable: false, points: 0, votes: [] }))).toBe('Nobody judged it');
  });

  test('no drawing of one’s own: says so, and what the jury got', () => {
    const page = play({ phase: 'reveal', round: 1, reveal: [], juryPoints: { agreed: 2, known: 0, wrong: 1, points: 10 } });

    expect(title(page)).toBe('No drawing from you this time');
    expect(page.textContent).toContain('+10 for judging: you agreed with the others twice, missed 1 test drawing.');
  });
});

describe('Board', () => {
  const board = (points: number, rank: number, ...others: number[]): string =>
    title(
      play({
        phase: 'board',
        round: 1,
        you: { ...you, points, rank },
        players: [player(1, 'Ann', points, rank), ...others.map((sum, i) => player(i + 2, ['Bo', 'Cy'][i]!, sum))],
      }),
    );

  test.each([
    ['You’re 2nd, 100 points behind Bo', board(200, 2, 300, 100)],
    ['You’re 3rd, 50 points behind Cy', board(0, 3, 300, 50)],
    ['You’re in the lead, 100 points ahead of Bo', board(200, 1, 100, 0)],
    ['You share the lead with Bo', board(200, 1, 200, 0).replace(',', '')],
  ])('%s', (words, seen) => {
    expect(seen).toBe(words);
  });
});

test('podium: own place, own award, the first three', () => {
  const page = play({
    phase: 'podium',
    round: 5,
    podium: [
      { seat: 2, name: 'Bo', points: 300, rank: 1 },
      { seat: 1, name: 'Ann', points: 200, rank: 2 },
    ],
    awards: [{ title: 'Sharpest eye', seat: 1, name: 'Ann', why: 'agreed with the others 9 times' }],
  });

  expect(title(page)).toBe('You came 2nd');
  expect(page.textContent).toContain('You agreed with the others 9 times.');
  expect(page.querySelectorAll('.places li')).toHaveLength(2);
});
