import { describe, expect, test } from 'vitest';
import { h } from '../../js/rooms/render';
import type { Snapshot } from '../../js/rooms/snapshot';
import type { StageModel } from '../../js/rooms/stage/model';
import { actAt } from '../../js/rooms/stage/timeline';
import { stageView } from '../../js/rooms/stage/view';
import { cast, player, revealed, snapshot } from './snapshots';

function see(fields: Partial<Snapshot>, more: Partial<StageModel> = {}): HTMLElement {
  const model: StageModel = {
    code: 'BCDF',
    state: { kind: 'open' },
    snapshot: snapshot({ you: null, ...fields }),
    hasKey: true,
    isHost: false,
    passed: 1,
    isOver: false,
    ranksBefore: new Map(),
    cast,
    ...more,
  };
  return h('div', {}, ...stageView(model).body);
}
const title = (page: HTMLElement): string => page.querySelector('h1')!.textContent;

describe('Lobby', () => {
  test('shows the code, who is here, and how to begin', () => {
    const page = see({});

    expect(page.querySelector('.room-code')!.textContent).toBe('BCDF');
    expect([...page.querySelectorAll('.room-seats li')].map(seat => seat.textContent)).toEqual(['Ann', 'Bo']);
    expect(page.querySelector('button')!.textContent).toBe('Start');
  });

  test('too few are here: cannot begin', () => {
    for (const players of [[], [player(1, 'Ann'), player(2, 'Bo')]]) expect(see({ players }).querySelector('button')!.disabled).toBe(true);
  });
});

test.each([
  ['brief', 'Draw your digit so that people can read it and machines can’t.'],
  ['draw', 'Draw! People should read it, machines shouldn’t'],
  ['jury', 'Which digits do you read on your phone?'],
] as const)('%s: says what to do', (phase, words) => {
  expect(title(see({ phase, round: 1 }))).toBe(words);
});

test('draw: ticks who is done', () => {
  const page = see({ phase: 'draw', round: 1, players: [{ ...player(1, 'Ann'), acted: true }, player(2, 'Bo')] });

  expect([...page.querySelectorAll('.room-seats li')].map(seat => seat.textContent)).toEqual(['Ann, done', 'Bo']);
});

describe('Reveal', () => {
  const round = [revealed({ drawing: 'best', seat: 2 }), revealed({ drawing: 'second' }), revealed({ drawing: 'third' })];
  const at = (passed: number): HTMLElement => see({ phase: 'reveal', round: 1, reveal: round }, { passed });

  test.each([
    [0.01, 'Third best'],
    [0.3, 'Second best'],
    [0.6, 'The best of the round'],
  ])('after %f: %s', (passed, words) => {
    expect(at(passed).querySelector('.kicker')!.textContent).toBe(words);
  });

  test('cards turn one by one, who was fooled last, then the points', () => {
    const acts = Array.from({ length: 28 }, (_, i) => actAt(round, i / 100)!);

    expect(acts.every(act => act.place === 3)).toBe(true);
    expect([...new Set(acts.map(act => act.turned))]).toEqual([0, 1, 2, 3]);
    expect(acts.find(act => act.isWorthTold)!.turned).toBe(3);
    expect(at(0.15).querySelectorAll('[data-turned="yes"]').length).toBeLessThan(3);
    expect([...at(0.27).querySelectorAll('.room-card')].at(-1)!.textContent).toBe('Machine xfooled, 93\u00a0%1');
  });

  test('at the end: people against machines', () => {
    const machines = { points: 300, round: 100, people: 500, peopleRound: 200 };

    expect(see({ phase: 'reveal', round: 1, reveal: round, machines }).textContent).toContain('People are ahead of the machines.');
  });

  test('what every machine read is not shown where something fooled one', () => {
    const dull = revealed({ drawing: 'dull', fooled: [], points: 0 });

    expect(actAt([revealed(), dull, dull], 0)!.place).toBe(1);
    expect(actAt([dull, dull], 0)!.revealed).toBe(dull);
  });

  test('nobody drew: says so', () => {
    expect(title(see({ phase: 'reveal', round: 1, reveal: [] }, { passed: 0 }))).toBe('Nobody drew anything this time');
  });
});

test('board: ranks, and who has moved', () => {
  const players = [player(1, 'Ann', 100, 2), player(2, 'Bo', 300, 1)];
  const page = see(
    { phase: 'board', round: 2, players },
    {
      ranksBefore: new Map([
        [1, 1],
        [2, 2],
      ]),
    },
  );

  expect(title(page)).toBe('Bo leads');
  expect([...page.querySelectorAll('.ranks .name')].map(name => name.textContent)).toEqual(['Bo', 'Ann']);
  expect([...page.querySelectorAll('.moved .visually-hidden')].map(moved => moved.textContent)).toEqual(['up 1', 'down 1']);
});

test('podium: who shares the third place stands there, too', () => {
  const podium = [1, 2, 3, 3].map((rank, i) => ({ seat: i, name: `No. ${i}`, points: 100 - rank, rank }));
  const page = see({ phase: 'podium', podium });

  expect([...page.querySelectorAll('.podium b')].map(name => name.textContent)).toEqual(['No. 1', 'No. 0', 'No. 2', 'No. 3']);
});

test('podium: the winner in the middle, and the awards', () => {
  const page = see({
    phase: 'podium',
    podium: [1, 2, 3].map(rank => ({ seat: rank, name: `No. ${rank}`, points: 100, rank })),
    awards: [{ title: 'Trickster', seat: 3, name: 'No. 3', why: 'fooled machines with 3 drawings' }],
  });

  expect(title(page)).toBe('No. 1 wins!');
  expect([...page.querySelectorAll('.podium b')].map(name => name.textContent)).toEqual(['No. 2', 'No. 1', 'No. 3']);
  expect(page.querySelector('.awards')!.textContent).toContain('Trickster');
});

describe('Teams', () => {
  const team = { number: 0, name: 'Circle', seats: [1], points: 100, lessons: 0, exam: 50, mixes: [] };
  const coach = { mode: 'coach', round: 1, teams: [team, { ...team, number: 1, name: 'Square', seats: [2], points: 300 }] };

  test('board: shows teams, and who is in them', () => {
    const page = see({ ...coach, phase: 'board' });

    expect(title(page)).toBe('Team Square leads');
    expect([...page.querySelectorAll('.ranks .name')].map(name => name.textContent)).toEqual(['■ Team Square Bo', '● Team Circle Ann']);
  });

  test('podium: a team wins', () => {
    const page = see({ ...coach, phase: 'podium', podium: [{ seat: 2, name: 'Bo', points: 300, rank: 1 }] });

    expect(title(page)).toBe('Team Square wins!');
    expect([...page.querySelectorAll('.podium b')].map(name => name.textContent)).toEqual(['● Team Circle', '■ Team Square']);
  });
});

describe('Without a game', () => {
  test.each([false, true])('no key, host: %s', isHost => {
    const page = see({}, { hasKey: false, snapshot: null, isHost });

    expect(title(page)).toBe('This is the screen of room BCDF');
    expect(page.querySelector('[data-do="bring"]') !== null).toBe(isHost);
  });

  test('another screen leads: offers to use this one', () => {
    expect(see({}, { state: { kind: 'replaced' } }).querySelector('button')!.textContent).toBe('Use this screen');
  });

  test('no such room: says so', () => {
    expect(title(see({}, { state: { kind: 'refused', status: 404, detail: '' } }))).toBe('There’s no room BCDF');
  });
});
