// The screen while people draw and judge.
import { seats } from '../cards';
import { fewest, startButton } from '../controls';
import { h } from '../render';
import type { View } from '../room-page';
import { coachWords, isCoach, isTeaching, teamCards } from '../coach';
import type { Snapshot } from '../snapshot';
import { progressOf, roundOf, twistOf } from '../words';
import type { Playing } from './model';

const task = 'Draw your digit so that people can read it and machines can’t.';

export function lobby({ snapshot, code }: Playing): View {
  const here = snapshot.players.length;
  return {
    key: 'lobby',
    words: `Room ${code}. Scan the code with your phone to play along.`,
    body: [
      h('h1', { tabindex: -1 }, 'Grab your phone'),
      h('p.lead', {}, 'Scan the picture, or type the address. The room code is'),
      h('p.room-code', {}, code),
      h('div.gathering', {}, here === 0 ? h('p.empty', {}, 'Who’s first?') : seats(snapshot.players, false)),
      h('div.go', {}, startButton(snapshot), h('p', {}, gatheringOf(snapshot))),
    ],
  };
}

function gatheringOf({ players, locked }: Snapshot): string {
  const here = players.length;
  if (here === 0) return 'It takes three to play';
  if (here < fewest) return `It takes three to play: ${fewest - here} more`;
  return locked ? `${here} in, and the door is locked` : `${here} in. All here?`;
}

export function brief({ snapshot }: Playing): View {
  const twist = twistOf(snapshot);
  if (isCoach(snapshot)) return teams(snapshot, coachWords.brief);
  return {
    key: `brief ${snapshot.round}`,
    words: `${roundOf(snapshot)}. ${task}${twist === null ? '' : ` Twist: ${twist}.`}`,
    body: [h('p.kicker', {}, roundOf(snapshot)), h('h1.huge', { tabindex: -1 }, task), twistCard(snapshot)],
  };
}

export function draw({ snapshot, isOver }: Playing): View {
  const twist = twistOf(snapshot);
  const title = !isCoach(snapshot)
    ? 'Draw! People should read it, machines shouldn’t'
    : isTeaching(snapshot)
      ? coachWords.teach
      : coachWords.attack;
  return {
    key: `draw ${snapshot.round} ${snapshot.step ?? ''}`,
    words: isCoach(snapshot) ? title : `Draw! Your digit is on your phone.${twist === null ? '' : ` Twist: ${twist}.`}`,
    body: [
      h('p.kicker', {}, 'Your digit is on your phone'),
      h('h1', { tabindex: -1 }, title),
      h(
        'div.watch',
        {},
        bigClock(),
        h(
          'div.doing',
          {},
          twistCard(snapshot),
          h('p.lead', {}, isOver ? 'Time’s up! Some have a little more of it.' : progressOf(snapshot)),
          isTeaching(snapshot) ? teamCards(snapshot) : playing(snapshot),
        ),
      ),
    ],
  };
}

/** The teams, and what is known of their rookies. */
export function teams(snapshot: Snapshot, title: string): View {
  return {
    key: `${snapshot.phase} ${snapshot.round} ${snapshot.step ?? ''}`,
    words: title,
    body: [h('p.kicker', {}, roundOf(snapshot)), h('h1', { tabindex: -1 }, title), teamCards(snapshot)],
  };
}

export function jury({ snapshot, isOver }: Playing): View {
  return {
    key: `jury ${snapshot.round}`,
    words: 'You’re the jury: which digits do you read on your phone?',
    body: [
      h('p.kicker', {}, 'You’re the jury'),
      h('h1', { tabindex: -1 }, 'Which digits do you read on your phone?'),
      h(
        'div.watch',
        {},
        bigClock(),
        h('div.doing', {}, h('p.lead', {}, isOver ? 'Time’s up! Some have a little more of it.' : progressOf(snapshot)), playing(snapshot)),
      ),
    ],
  };
}

const bigClock = (): HTMLElement =>
  h('div.big-clock', { 'data-key': 'clock', role: 'timer', 'aria-live': 'off' }, h('b', { 'data-room': 'clock' }));

const playing = (snapshot: Snapshot): HTMLElement =>
  seats(
    snapshot.players.filter(player => !player.watching),
    true,
  );

function twistCard(snapshot: Snapshot): HTMLElement | null {
  const twist = twistOf(snapshot);
  return twist === null ? null : h('p.twist', {}, h('b', {}, 'Twist: '), twist);
}
