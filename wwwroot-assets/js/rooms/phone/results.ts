// The phone when the cards are on the table: one's own drawing, one's own place. Who isn't among the first has a number to beat, too.
import { fooledWords, machineCards } from '../cards';
import { isCoach, membersOf, ownTeam, rankedTeams, teamCard, teamName } from '../coach';
import { inkPicture } from '../ink-picture';
import { h, type Child } from '../render';
import type { View } from '../room-page';
import type { JuryPoints, Placed, Revealed, Snapshot, Team } from '../snapshot';
import { best, counted, juryOf, number, ordinal, points, roundOf, standing, withArticle } from '../words';
import type { PhoneModel } from './model';

const heading = (...words: Child[]): HTMLElement => h('h1', { tabindex: -1 }, ...words);

export function reveal({ snapshot, cast }: PhoneModel & { snapshot: Snapshot }): View {
  const own = snapshot.reveal?.find(revealed => revealed.seat === snapshot.you?.seat);
  const jury = snapshot.juryPoints ? juryLine(snapshot.juryPoints, isCoach(snapshot) ? 'your team' : 'you') : null;
  const team = ownTeam(snapshot);
  const key = `reveal ${snapshot.round} ${snapshot.step ?? ''}`;
  if (snapshot.step === 'look' && team) {
    const words = `This is what ${team.name}’s rookie mixes up`;
    return {
      key,
      words,
      body: [
        heading(words),
        h('ul.room-teams', {}, teamCard(team, snapshot)),
        h('p.lead', {}, 'Look at the big screen: what do the others’ mix up?'),
      ],
    };
  }
  if (!own) {
    const title = snapshot.you?.watching === true ? 'Look at the big screen' : 'No drawing from you this time';
    return {
      key,
      words: title,
      body: [
        heading(title),
        team && h('ul.room-teams', {}, teamCard(team, snapshot)),
        !team && snapshot.round < snapshot.rounds && h('p.lead', {}, 'You play again in the next round.'),
        jury,
      ],
    };
  }
  const title = headline(own);
  return {
    key,
    words: `${title} ${juryOf(own)} ${points(own.points)}.`,
    body: [
      heading(title),
      h(
        'div.own',
        {},
        own.strokes && inkPicture(own.strokes, `Your drawing, ${withArticle(own.asked)}`),
        h('div', {}, h('p.points', {}, `+${own.points}`), h('p', {}, juryOf(own)), h('p', {}, fooledWords(own))),
      ),
      machineCards(own, cast),
      team && h('ul.room-teams', {}, teamCard(team, snapshot)),
      jury,
    ],
  };
}

function headline(own: Revealed): string {
  if (own.votes.length === 0) return 'Nobody judged it';
  if (!own.readable) return own.fooled.length > 0 ? 'Too odd: people couldn’t read it' : 'People couldn’t read it';
  if (own.fooled.length === 0) return 'Nobody was fooled';
  if (own.fooled.length === own.guesses.length) return 'You fooled them all!';
  return `You fooled ${counted(own.fooled.length, 'machine')}!`;
}

/** @param who Gets the points. */
function juryLine(jury: JuryPoints, who: string): HTMLElement {
  const parts = [
    jury.agreed > 0 && `agreed with the others ${times(jury.agreed)}`,
    jury.known > 0 && `got ${counted(jury.known, 'test drawing')} right`,
    jury.wrong > 0 && `missed ${counted(jury.wrong, 'test drawing')}`,
  ].filter(part => part !== false);
  const why = parts.length > 0 ? `: ${who} ${parts.join(', ')}` : '';
  return h('p.jury-points', {}, h('b', {}, signed(jury.points)), ` for judging${why}.`);
}

const signed = (n: number): string => (n < 0 ? number(n) : `+${n}`);

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

export function board({ snapshot }: PhoneModel & { snapshot: Snapshot }): View {
  const { you, players } = snapshot;
  const team = ownTeam(snapshot);
  if (isCoach(snapshot) && team) return teamBoard(snapshot, team);
  if (!you) return { key: `board ${snapshot.round}`, words: '', body: [heading('The board')] };
  const others = players.filter(player => player.points === you.points).length > 1;
  const where = standing(you, players);
  const title = you.rank === 1 ? (others ? 'You share the lead' : 'You’re in the lead') : `You’re ${ordinal(you.rank)}`;
  const words = where === '' ? title : `${title}, ${where}`;
  return {
    key: `board ${snapshot.round}`,
    words: `${words}. ${points(you.points)}.`,
    body: [
      h('p.rank', { 'aria-hidden': 'true' }, ordinal(you.rank)),
      heading(words),
      h(
        'p.lead',
        {},
        `${points(you.points)} ${snapshot.round < snapshot.rounds ? `after ${roundOf(snapshot).toLowerCase()}` : 'in the end'}`,
      ),
    ],
  };
}

export function podium({ snapshot }: PhoneModel & { snapshot: Snapshot }): View {
  const { you, podium: places, awards } = snapshot;
  const team = ownTeam(snapshot);
  const own = places?.find(place => place.seat === you?.seat);
  const won = awards.filter(award => award.seat === you?.seat);
  const ranked = rankedTeams(snapshot);
  const placed = team ? ranked.find(one => one.team === team) : own;
  const who = team ? 'Your team' : 'You';
  // Who has no points has not won, also where nobody has more.
  const isWon = ((team ?? own)?.points ?? 0) > 0;
  const title =
    placed && (isWon || placed.rank > 1) ? (placed.rank === 1 ? `${who} won!` : `${who} came ${ordinal(placed.rank)}`) : 'That was it!';
  return {
    key: 'podium',
    words: `${title} ${won.map(award => award.title).join(', ')}`,
    body: [
      heading(title),
      team && h('p.me', {}, teamName(team)),
      !team && own && h('p.lead', {}, `${points(own.points)}, ${ordinal(own.rank)} of ${places?.length ?? 0}`),
      ...won.map(award => h('p.award', {}, h('b', {}, award.title), h('span', {}, `You ${award.why}.`))),
      ranked.length > 0 ? teamRows(snapshot, team) : places && h('ol.places', {}, ...best(places).map(place => row(place, you?.seat))),
      h('p', {}, 'Another game? The host starts it on the big screen.'),
    ],
  };
}

/** Points belong to teams there. */
function teamBoard(snapshot: Snapshot, team: Team): View {
  const ranked = rankedTeams(snapshot);
  const rank = ranked.find(one => one.team === team)?.rank ?? 1;
  const where = standing(
    { seat: team.number, points: team.points },
    ranked.map(one => ({ seat: one.team.number, points: one.team.points, name: `team ${one.team.name}` })),
  );
  const isShared = ranked.filter(one => one.rank === 1).length > 1;
  const title = rank === 1 ? (isShared ? 'Your team shares the lead' : 'Your team leads') : `Your team is ${ordinal(rank)}`;
  const words = where === '' ? title : `${title}, ${where}`;
  return {
    key: `board ${snapshot.round}`,
    words: `${words}. ${points(team.points)}.`,
    body: [h('p.rank', { 'aria-hidden': 'true' }, ordinal(rank)), heading(words), teamRows(snapshot, team)],
  };
}

const teamRows = (snapshot: Snapshot, own: Team | undefined): HTMLElement =>
  h(
    'ol.places',
    {},
    ...rankedTeams(snapshot).map(({ team, rank }) =>
      h(
        'li',
        { 'data-key': `team ${team.number}`, 'data-you': team === own && 'yes' },
        h('b', {}, ordinal(rank)),
        h('span', {}, teamName(team), ' ', h('small', {}, membersOf(team, snapshot))),
        h('span', {}, number(team.points)),
      ),
    ),
  );

const row = (place: Placed, you: number | undefined): HTMLElement =>
  h(
    'li',
    { 'data-key': place.seat, 'data-you': place.seat === you && 'yes' },
    h('b', {}, ordinal(place.rank)),
    h('span', {}, place.name),
    h('span', {}, number(place.points)),
  );
