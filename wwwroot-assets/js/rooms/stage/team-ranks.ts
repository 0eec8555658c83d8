// The board and the podium of a game that teams play: they are told before the people in them.
import { membersOf, rankedTeams, styleOf, teamName } from '../coach';
import { h } from '../render';
import type { View } from '../room-page';
import type { Snapshot, Team } from '../snapshot';
import { number, ordinal, points, roundOf, winnersOf } from '../words';

const first = (snapshot: Snapshot): Team[] =>
  rankedTeams(snapshot)
    .filter(({ rank }) => rank === 1)
    .map(({ team }) => team);

export function teamBoard(snapshot: Snapshot): View {
  const ranked = rankedTeams(snapshot);
  const best = Math.max(1, ...ranked.map(({ team }) => team.points));
  const leading = first(snapshot);
  const title = leading[0] && leading.length === 1 ? `Team ${leading[0].name} leads` : `${leading.length} teams share the lead`;
  return {
    key: `board ${snapshot.round}`,
    words: `${title}.`,
    body: [
      h('p.kicker', {}, `After ${roundOf(snapshot).toLowerCase()}`),
      h('h1', { tabindex: -1 }, title),
      h(
        'ol.ranks.of-teams',
        {},
        ...ranked.map(({ team, rank }) =>
          h(
            'li',
            { 'data-key': team.number, style: `${styleOf(team)}; --share: ${Math.max(0, Math.round((team.points / best) * 100))}%` },
            h('b.place', {}, rank),
            h('span.name', {}, teamName(team), ' ', h('small', {}, membersOf(team, snapshot))),
            h('b.points', {}, number(team.points)),
          ),
        ),
      ),
    ],
  };
}

/** @param awards Stand beside the podium. */
export function teamPodium(snapshot: Snapshot, awards: HTMLElement | null): View {
  const ranked = rankedTeams(snapshot);
  const winners = first(snapshot).filter(team => team.points > 0);
  const title = winnersOf(winners.map(team => `Team ${team.name}`));
  // As on a podium: the second stands on the left; who comes after the third, on the right.
  const [one, two, ...others] = ranked;
  const stand = [two, one, ...others].filter(placed => placed !== undefined);
  return {
    key: 'podium',
    words: title,
    body: [
      h('h1', { tabindex: -1 }, title),
      h(
        'div.finale',
        {},
        h(
          'ol.podium.of-teams',
          {},
          ...stand.map(({ team, rank }) =>
            h(
              'li',
              { 'data-place': Math.min(3, rank), value: rank },
              teamName(team),
              h('small', {}, membersOf(team, snapshot)),
              h('span', {}, points(team.points)),
              h('i', {}, ordinal(rank)),
            ),
          ),
        ),
        awards,
      ),
    ],
  };
}
