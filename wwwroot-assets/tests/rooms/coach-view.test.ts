import { describe, expect, test } from 'vitest';
import { h } from '../../js/rooms/render';
import type { PhoneModel } from '../../js/rooms/phone/model';
import { asksForDrawing, phoneView } from '../../js/rooms/phone/view';
import type { Snapshot } from '../../js/rooms/snapshot';
import { phone, snapshot, you } from './snapshots';

const play = (fields: Partial<Snapshot>, more: Partial<PhoneModel> = {}): HTMLElement =>
  h('div', {}, ...phoneView(phone({ snapshot: snapshot(fields), ...more })).body);
const title = (page: HTMLElement): string => page.querySelector('h1')!.textContent;

describe('Coach', () => {
  const team = { number: 1, name: 'Square', seats: [1], points: 0, lessons: 3, exam: null, mixes: null };
  const coach = { mode: 'coach', round: 1, you: { ...you, team: 1 }, teams: [{ ...team, number: 0, name: 'Circle', seats: [2] }, team] };
  const teaching = { ...coach, phase: 'draw', step: 'teach', task: { kind: 'draw', digit: 5, left: 9 } } as const;

  test('brief: says in which team', () => {
    expect(play({ ...coach, phase: 'brief' }).querySelector('.me')!.textContent).toBe('■ Team Square');
  });

  test('teach: asks for one drawing after the other, with the pad in between', () => {
    expect(title(play(teaching, { isSent: true }))).toBe('Teach your rookie a 5');
    expect(asksForDrawing(phone({ snapshot: snapshot(teaching), isSent: true }))).toBe(true);
    expect(asksForDrawing(phone({ snapshot: snapshot({ ...teaching, task: { ...teaching.task, left: 1 } }), isSent: true }))).toBe(false);
  });

  test('look: says what the own rookie mixes up', () => {
    const mixes = [{ digit: 7, taken: 1, times: 5 }];

    expect(play({ ...coach, phase: 'reveal', step: 'look', reveal: [], teams: [{ ...team, mixes }] }).textContent).toContain(
      'takes a 7 for a 1',
    );
  });

  test('board: tells where the team is, and all teams with their people', () => {
    const teams = [
      { ...coach.teams[0]!, points: 500 },
      { ...team, points: 400 },
    ];
    const page = play({ ...coach, phase: 'board', rounds: 2, teams });

    expect(title(page)).toBe('Your team is 2nd, 100 points behind team Circle');
    expect([...page.querySelectorAll('.places li')].map(row => row.textContent)).toEqual([
      '1st● Team Circle Bo500',
      '2nd■ Team Square Ann400',
    ]);
  });

  test('podium: the team has won, not the person', () => {
    const teams = [
      { ...coach.teams[0]!, points: 300 },
      { ...team, points: 400 },
    ];
    const podium = [{ seat: 1, name: 'Ann', points: 400, rank: 1 }];

    expect(title(play({ ...coach, phase: 'podium', teams, podium }))).toBe('Your team won!');
  });

  test('exam: says what the team got for judging', () => {
    const juryPoints = { agreed: 3, known: 1, wrong: 0, points: 140 };

    expect(play({ ...coach, phase: 'reveal', step: 'exam', reveal: [], juryPoints }).textContent).toContain(
      '+140 for judging: your team agreed with the others 3 times, got 1 test drawing right.',
    );
  });

  test('exam: says how many it read', () => {
    expect(play({ ...coach, phase: 'reveal', step: 'exam', reveal: [], teams: [{ ...team, exam: 63 }] }).textContent).toContain(
      '63 of 100',
    );
  });
});
