// What both pages say.
import type { Placed, Player, Revealed, Snapshot, Twist } from './snapshot';

export const twistWords: Record<Exclude<Twist, 'none'>, string> = {
  otherHand: 'with your other hand',
  oneStroke: 'in one stroke',
  eyesClosed: 'eyes closed: you won’t see your ink',
  quick: 'in two seconds, from the moment you touch the paper',
};

/** @returns null where the round has none. */
export function twistOf(snapshot: Snapshot): string | null {
  return snapshot.twist === 'none' ? null : twistWords[snapshot.twist];
}

export const withArticle = (digit: number): string => (digit === 8 ? 'an 8' : `a ${digit}`);

export function ordinal(rank: number): string {
  const tens = rank % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[rank % 10] ?? 'th');
  return `${rank}${suffix}`;
}

export const counted = (n: number, one: string, more = `${one}s`): string => `${n === 0 ? 'no' : n} ${n === 1 ? one : more}`;

const list = new Intl.ListFormat('en-GB');

/** Ends a game; whoever has no points has not won. */
export const winnersOf = (names: readonly string[]): string =>
  names.length === 0 ? 'That was it!' : `${list.format(names)} ${names.length === 1 ? 'wins' : 'win'}!`;

/** With a real minus, not a hyphen. */
export const number = (n: number): string => (n < 0 ? `−${-n}` : String(n));

export const points = (n: number): string => `${number(n)} ${n === 1 ? 'point' : 'points'}`;

export const roundOf = (snapshot: Snapshot): string => `Round ${snapshot.round} of ${snapshot.rounds}`;

/** How many have done what the phase asks for; empty where it asks for nothing. */
export function progressOf(snapshot: Snapshot): string {
  const { progress } = snapshot;
  if (!progress || progress.of === 0) return '';
  return progress.done >= progress.of ? 'Everybody is done.' : `${progress.done} of ${progress.of} are done.`;
}

/** What people read in a drawing. */
export function juryOf(revealed: Revealed): string {
  const { votes, asked } = revealed;
  const right = votes.filter(vote => vote === asked).length;
  if (votes.length === 0) return 'No vote came in time.';
  if (right === votes.length) return everybody(votes.length);
  return right === 0 ? 'Nobody could read it.' : `${right} of ${votes.length} people could read it.`;
}

function everybody(people: number): string {
  if (people === 1) return 'The jury could read it.';
  return people === 2 ? 'Both people could read it.' : `All ${people} people could read it.`;
}

/** Who is on the podium: the first three, and who shares the third place as far as there is room. */
export const best = (places: readonly Placed[]): Placed[] => places.filter(place => place.rank <= 3).slice(0, 5);

/** A person, or a team. */
type Standing = Pick<Player, 'seat' | 'name' | 'points'>;

/** How far somebody is from the next: "100 points behind Bo". Empty for somebody alone. */
export function standing(you: Omit<Standing, 'name'>, players: readonly Standing[]): string {
  const others = players.filter(player => player.seat !== you.seat);
  const beside = others.filter(player => player.points === you.points);
  const before = others.filter(player => player.points > you.points).sort((one, other) => one.points - other.points)[0];
  if (before) return `${points(before.points - you.points)} behind ${before.name}`;
  if (beside.length > 0) return `with ${beside.length === 1 ? (beside[0]?.name ?? '') : `${beside.length} others`}`;
  const after = others.sort((one, other) => other.points - one.points)[0];
  return after ? `${points(you.points - after.points)} ahead of ${after.name}` : '';
}

/** Why nothing moves; null where it does. */
export function pauseOf(snapshot: Snapshot): string | null {
  if (!snapshot.paused && !snapshot.screenGone) return null;
  return snapshot.pausedBecause === 'gone' || snapshot.screenGone
    ? 'The big screen is gone. The game waits for it.'
    : 'Paused. The host will go on in a moment.';
}

/** In the order in which cards turn: the odd ones out come last, and of them the surest. */
export function inOrderOfSurprise(revealed: Revealed): Revealed['guesses'] {
  const wrong = revealed.guesses.filter(guess => guess.digit !== revealed.asked);
  const right = revealed.guesses.filter(guess => guess.digit === revealed.asked);
  const bySureness = (guesses: Revealed['guesses']): Revealed['guesses'] =>
    [...guesses].sort((one, other) => one.confidence - other.confidence);
  return 2 * wrong.length <= revealed.guesses.length
    ? [...bySureness(right), ...bySureness(wrong)]
    : [...bySureness(wrong), ...bySureness(right)];
}
