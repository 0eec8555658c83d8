// Pieces that the phone and the screen share.
import type { Contestant } from './contestants';
import { h, type Child } from './render';
import type { Machines, Player, Revealed } from './snapshot';
import { counted, inOrderOfSurprise, withArticle } from './words';

export type Cast = (id: string) => Contestant;

/** @param turned How many cards show what is on them. */
export function machineCards(revealed: Revealed, cast: Cast, turned = Infinity): HTMLElement {
  const cards = inOrderOfSurprise(revealed).map((guess, i) => {
    const contestant = cast(guess.algorithm);
    const isFooled = guess.digit !== revealed.asked;
    const isTurned = i < turned;
    return h(
      'li.room-card',
      {
        'data-key': guess.algorithm,
        'data-turned': isTurned ? 'yes' : 'no',
        'data-fooled': isTurned && isFooled ? 'yes' : null,
        style: `--colour: ${contestant.colour}`,
      },
      contestant.face(),
      h('span.name', {}, contestant.name),
      h('span.verdict', {}, ...(isTurned ? [isFooled ? 'fooled' : 'read it', sureness(guess.confidence)] : ['thinks…'])),
      h('b', { 'aria-hidden': !isTurned && 'true' }, isTurned ? guess.digit : '?'),
    );
  });
  return h('ol.room-cards', { 'aria-label': 'What the machines say' }, ...cards);
}

/** Where there is no room, the style leaves it out. */
function sureness(confidence: number): HTMLElement {
  const whole = Math.min(Math.round(confidence * 100), confidence < 1 ? 99 : 100);
  return h('span.sureness', {}, `, ${whole}\u00a0%`);
}

export function fooledWords(revealed: Revealed): string {
  const { guesses, fooled, asked } = revealed;
  if (guesses.length === 0) return 'No machine had a guess.';
  if (fooled.length === 0) return `${guesses.length === 1 ? 'The machine' : 'Every machine'} read ${withArticle(asked)}.`;
  if (fooled.length === guesses.length) return guesses.length === 1 ? 'It fooled the machine!' : 'It fooled every machine!';
  return `It fooled ${counted(fooled.length, 'machine')} of ${guesses.length}.`;
}

/** Who is here. @param state What stands behind each name: a tick for who is done. */
export function seats(players: readonly Player[], ticks: boolean): HTMLElement {
  return h('ul.room-seats', { 'data-crowd': players.length > 16 ? 'yes' : null }, ...players.map(player => seat(player, ticks)));
}

function seat(player: Player, ticks: boolean): HTMLElement {
  const isDone = ticks && player.acted;
  const note = !player.connected ? 'away' : player.watching ? 'watching' : isDone ? 'done' : null;
  return h(
    'li',
    { 'data-key': player.seat, 'data-away': !player.connected && 'yes', 'data-done': isDone && player.connected && 'yes' },
    player.name,
    note === null ? null : note === 'done' ? h('span.tick', {}, h('span.visually-hidden', {}, ', done')) : h('small', {}, ` ${note}`),
  );
}

/** People against machines, as two bars of one length. */
export function contest(machines: Machines): HTMLElement {
  const total = machines.people + machines.points;
  const people = total === 0 ? 50 : Math.round((machines.people / total) * 100);
  const side = (name: string, sum: number, round: number): Child =>
    h(
      `p.side.${name.toLowerCase()}`,
      {},
      h('span', {}, name),
      h('b', {}, sum),
      h('small', {}, `${round > 0 ? '+' : ''}${round} this round`),
    );
  const lead =
    machines.people === machines.points
      ? 'People and machines are level.'
      : machines.people > machines.points
        ? 'People are ahead of the machines.'
        : 'The machines are ahead of us.';
  return h(
    'div.room-contest',
    {},
    h('p.lead', {}, lead),
    h('div.sides', {}, side('People', machines.people, machines.peopleRound), side('Machines', machines.points, machines.round)),
    h('div.rope', { 'aria-hidden': 'true', style: `--people: ${people}%` }, h('i')),
  );
}
