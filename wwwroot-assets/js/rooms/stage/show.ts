// The screen when the cards are on the table.
import { contest, fooledWords, machineCards } from '../cards';
import { inkPicture } from '../ink-picture';
import { h, type Child } from '../render';
import type { View } from '../room-page';
import type { Placed, Player } from '../snapshot';
import { best, juryOf, number, ordinal, points, roundOf, winnersOf, withArticle } from '../words';
import { coachWords, isCoach } from '../coach';
import type { Playing } from './model';
import { teams } from './rounds';
import { teamBoard, teamPodium } from './team-ranks';
import { actAt, type Act } from './timeline';

const titles = ['The best of the round', 'Second best', 'Third best'] as const;

function titleOf({ place, revealed }: Act): string {
  if (revealed.points > 0) return titles[place - 1] ?? '';
  if (revealed.votes.length === 0) return 'Nobody judged it';
  return revealed.readable ? 'The machines read it' : revealed.fooled.length > 0 ? 'Too odd for people' : 'A brave try';
}

export function reveal({ snapshot, passed, cast }: Playing): View {
  const { reveal: all, round, players } = snapshot;
  if (snapshot.step === 'look') return teams(snapshot, coachWords.look);
  const act = actAt(all ?? [], passed);
  if (!act) return isCoach(snapshot) ? teams(snapshot, coachWords.exam) : summary(snapshot);
  const name = players.find(player => player.seat === act.revealed.seat)?.name ?? 'Somebody';
  return {
    key: `reveal ${round} ${act.revealed.drawing}`,
    words: `${titleOf(act)}: ${name} drew ${withArticle(act.revealed.asked)}. ${juryOf(act.revealed)}`,
    body: [
      h('p.kicker', {}, titleOf(act)),
      h('h1', { tabindex: -1 }, h('b', {}, name), ` was asked for ${withArticle(act.revealed.asked)}`),
      h(
        'div.show',
        {},
        h('figure', {}, act.revealed.strokes && inkPicture(act.revealed.strokes, `${withArticle(act.revealed.asked)}, by ${name}`, true)),
        h('div.verdicts', {}, h('p.jury', { 'data-told': act.isJuryTold ? 'yes' : 'no' }, juryOf(act.revealed)), ...machines(act, cast)),
      ),
    ],
  };
}

function machines(act: Act, cast: Playing['cast']): Child[] {
  const { revealed, turned, isWorthTold } = act;
  return [
    machineCards(revealed, cast, turned),
    h(
      'p.worth',
      { 'data-told': isWorthTold ? 'yes' : 'no' },
      h('b', {}, `+${revealed.points}`),
      h(
        'span',
        {},
        revealed.points === 0 && !revealed.readable && revealed.votes.length > 0 ? 'People have to read it, too.' : fooledWords(revealed),
      ),
    ),
  ];
}

function summary(snapshot: Playing['snapshot']): View {
  const drawn = snapshot.reveal ?? [];
  const fooling = drawn.filter(revealed => revealed.points > 0).length;
  const title =
    drawn.length === 0
      ? 'Nobody drew anything this time'
      : fooling === 0
        ? drawn.every(revealed => revealed.fooled.length === 0)
          ? 'The machines read them all'
          : 'Nobody fooled a machine with a drawing that people can read'
        : drawn.length === 1
          ? 'The drawing fooled a machine'
          : `${fooling} of ${drawn.length} drawings fooled a machine`;
  return {
    key: `reveal ${snapshot.round} sum`,
    words: title,
    body: [h('p.kicker', {}, roundOf(snapshot)), h('h1', { tabindex: -1 }, title), snapshot.machines && contest(snapshot.machines)],
  };
}

/** More rows cannot be read from the other end of the room. */
const rows = 8;

export function board({ snapshot, ranksBefore }: Playing): View {
  if (isCoach(snapshot)) return teamBoard(snapshot);
  const ranked = [...snapshot.players].sort((one, other) => one.rank - other.rank || one.seat - other.seat);
  const best = Math.max(1, ...ranked.map(player => player.points));
  const more = ranked.length - rows;
  const first = ranked.filter(player => player.rank === 1);
  const title = first.length === 1 ? `${first[0]?.name ?? ''} leads` : `${first.length} people share the lead`;
  return {
    key: `board ${snapshot.round}`,
    words: `${title}.`,
    body: [
      h('p.kicker', {}, `After ${roundOf(snapshot).toLowerCase()}`),
      h('h1', { tabindex: -1 }, title),
      h('ol.ranks', {}, ...ranked.slice(0, rows).map(player => rankRow(player, best, ranksBefore.get(player.seat)))),
      more > 0 && h('p.more', {}, `And ${more} more: your place is on your phone.`),
    ],
  };
}

function rankRow(player: Player, best: number, before: number | undefined): HTMLElement {
  const moved = before === undefined ? 0 : before - player.rank;
  return h(
    'li',
    { 'data-key': player.seat, style: `--share: ${Math.round((player.points / best) * 100)}%` },
    h('b.place', {}, player.rank),
    h('span.name', {}, player.name),
    h(
      'span.moved',
      { 'data-moved': moved > 0 ? 'up' : moved < 0 ? 'down' : null },
      moved === 0 ? null : h('span', { 'aria-hidden': 'true' }, `${moved > 0 ? '▲' : '▼'} ${Math.abs(moved)}`),
      moved === 0 ? null : h('span.visually-hidden', {}, `${moved > 0 ? 'up' : 'down'} ${Math.abs(moved)}`),
    ),
    h('b.points', {}, number(player.points)),
  );
}

export function podium({ snapshot }: Playing): View {
  const awards =
    snapshot.awards.length === 0
      ? null
      : h(
          'ul.awards',
          { 'aria-label': 'Awards' },
          ...snapshot.awards.map(award => h('li', {}, h('small', {}, award.title), h('b', {}, award.name), h('span', {}, award.why))),
        );
  if (isCoach(snapshot)) return teamPodium(snapshot, awards);
  const places = snapshot.podium ?? [];
  const title = winnersOf(places.filter(place => place.rank === 1 && place.points > 0).map(place => place.name));
  // As on a podium: the second stands on the left.
  const [first, second, ...others] = best(places);
  const stand = [second, first, ...others].filter((place): place is Placed => place !== undefined);
  return {
    key: 'podium',
    words: title,
    body: [
      h('h1', { tabindex: -1 }, title),
      h('div.finale', {}, h('ol.podium', {}, ...stand.map(step)), awards),
      snapshot.machines &&
        snapshot.machines.people + snapshot.machines.points > 0 &&
        h('p.score', {}, `People ${snapshot.machines.people} : ${snapshot.machines.points} machines`),
    ],
  };
}

const step = (place: Placed): HTMLElement =>
  h(
    'li',
    { 'data-place': Math.min(3, place.rank), value: place.rank },
    h('b', {}, place.name),
    h('span', {}, points(place.points)),
    h('i', {}, ordinal(place.rank)),
  );
