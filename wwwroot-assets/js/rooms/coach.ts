// Coach: teams teach a rookie each. What it says beside what every game in a room says.
import type { Cast } from './cards';
import { h } from './render';
import type { Snapshot, Team } from './snapshot';
import { counted, withArticle } from './words';

const colours = ['blue', 'orange', 'green', 'purple'] as const;
const signs = ['●', '■', '▲', '★'] as const;

export const isCoach = (snapshot: Snapshot): boolean => snapshot.mode === 'coach';
/** The part of a round in which people teach: one drawing after the other. */
export const isTeaching = (snapshot: Snapshot): boolean => snapshot.step === 'teach';

export const ownTeam = (snapshot: Snapshot): Team | undefined => snapshot.teams?.find(team => team.number === snapshot.you?.team);

/** Also knows the teams' rookies, which exist for one game only. */
export function castOf(snapshot: Snapshot | null, cast: Cast): Cast {
  const teams = snapshot?.teams;
  if (!teams) return cast;
  return id => {
    const team = teams.find(one => id === `rookie-${one.number}`);
    return team ? { name: `${team.name}’s rookie`, colour: colourOf(team), face: () => cast('rookie').face() } : cast(id);
  };
}

const colourOf = (team: Team): string => `var(--contestant-${colours[team.number % colours.length] ?? 'grey'})`;

/** The teams, best first; equal points share a rank. */
export function rankedTeams(snapshot: Snapshot): readonly { readonly team: Team; readonly rank: number }[] {
  const teams = [...(snapshot.teams ?? [])].sort((one, other) => other.points - one.points || one.number - other.number);
  return teams.map(team => ({ team, rank: 1 + teams.filter(other => other.points > team.points).length }));
}

/** Who plays in a team, by name. */
export function membersOf(team: Team, snapshot: Snapshot): string {
  return snapshot.players
    .filter(player => team.seats.includes(player.seat))
    .map(player => player.name)
    .join(', ');
}

export const styleOf = (team: Team): string => `--colour: ${colourOf(team)}`;

/** A sign and a name: nobody has to tell colours apart. */
export function teamName(team: Team): HTMLElement {
  return h(
    'b.room-team-name',
    { style: styleOf(team) },
    h('span', { 'aria-hidden': 'true' }, signs[team.number % signs.length]),
    ` Team ${team.name}`,
  );
}

/** What is known of a team's rookie by now. */
function stateOf(team: Team): HTMLElement | null {
  if (team.exam !== null) return h('p', {}, h('b.exam', {}, team.exam), ' of 100 read in the exam');
  if (team.mixes === null && team.lessons === 0) return null;
  if (team.mixes === null) return h('p', {}, `${counted(team.lessons, 'drawing')} taught`);
  if (team.mixes.length === 0)
    return h('p', {}, team.lessons === 0 ? 'It knows nothing: nobody taught it.' : 'It mixes up next to nothing!');
  return h('ul', {}, ...team.mixes.map(mix => h('li', {}, `takes ${withArticle(mix.digit)} for ${withArticle(mix.taken)}`)));
}

export function teamCard(team: Team, snapshot: Snapshot): HTMLElement {
  return h(
    'li.room-team',
    { 'data-key': team.number, style: styleOf(team) },
    teamName(team),
    h('small', {}, membersOf(team, snapshot)),
    stateOf(team),
  );
}

export function teamCards(snapshot: Snapshot): HTMLElement {
  return h('ul.room-teams', {}, ...(snapshot.teams ?? []).map(team => teamCard(team, snapshot)));
}

/** What the parts of a round ask for. */
export const coachWords = {
  brief: 'Teach your team’s rookie to read. Then fool the others’!',
  teach: 'Teach your rookie: draw what your phone asks for',
  look: 'What the rookies mix up',
  attack: 'Fool the other teams’ rookies! People should still read it',
  exam: 'The exam: a hundred drawings of other people',
} as const;
