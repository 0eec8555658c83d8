// The phone while the game is played: one screen for each phase.
import { h, type Child } from '../render';
import { icon } from '../controls';
import { inkPicture } from '../ink-picture';
import { seats } from '../cards';
import type { View } from '../room-page';
import { coachWords, isCoach, isTeaching, ownTeam, teamName } from '../coach';
import type { DrawTask, Snapshot } from '../snapshot';
import { progressOf, roundOf, twistOf, withArticle } from '../words';
import { moreTimeSwitch } from './menu';
import type { PhoneModel } from './model';

const done = (): HTMLElement => h('p.emblem', {}, icon('M5 13l5 5L20 6'));

const heading = (...words: Child[]): HTMLElement => h('h1', { tabindex: -1 }, ...words);

export function lobby({ snapshot }: PhoneModel & { snapshot: Snapshot }): View {
  const { you, players } = snapshot;
  return {
    key: 'lobby',
    words: 'You’re in! Look at the big screen.',
    body: [
      heading('You’re in!'),
      h('p.lead', {}, 'Look at the big screen: the game starts there.'),
      h('p.me', {}, you?.name),
      h(
        'details.rename',
        { 'data-key': 'rename' },
        h('summary', {}, 'Change name'),
        h(
          'form',
          { 'data-do': 'rename' },
          h('input', {
            name: 'name',
            value: you?.name,
            required: true,
            maxlength: 40,
            autocomplete: 'nickname',
            'aria-label': 'Your name',
          }),
          h('button.button', {}, 'Save'),
        ),
      ),
      h('section.here', {}, h('h2', {}, players.length === 1 ? 'You’re the first' : `${players.length} are here`), seats(players, false)),
      moreTimeSwitch(you?.moreTime === true),
    ],
  };
}

export function brief({ snapshot }: PhoneModel & { snapshot: Snapshot }): View {
  const twist = twistOf(snapshot);
  if (isCoach(snapshot)) {
    const team = ownTeam(snapshot);
    return {
      key: `brief ${snapshot.round}`,
      words: `${roundOf(snapshot)}. ${team ? `You’re in team ${team.name}. ` : ''}${coachWords.brief}`,
      body: [heading(team ? 'You’re in' : 'Get ready to teach'), team && h('p.me', {}, teamName(team)), h('p.lead', {}, coachWords.brief)],
    };
  }
  return {
    key: `brief ${snapshot.round}`,
    words: `${roundOf(snapshot)}. Draw so that people can read it and machines can’t.${twist === null ? '' : ` Twist: ${twist}.`}`,
    body: [
      heading('Get ready to draw'),
      h('p.lead', {}, 'You’ll get a digit. Draw it so that people can read it and machines can’t.'),
      twist !== null && h('p.twist', {}, h('b', {}, 'Twist: '), twist),
    ],
  };
}

/** @returns The view, and whether the pad belongs to it. */
export function draw(model: PhoneModel & { snapshot: Snapshot }): View {
  const { snapshot, isSent } = model;
  const { task, you, round } = snapshot;
  if (you?.watching === true) return watching(snapshot);
  const stays = task?.kind === 'draw' && goesOn(task);
  if (task?.kind === 'draw' && isSent && !stays && model.isOnItsWay) {
    return {
      key: `sending ${round}`,
      words: 'Sending…',
      body: [heading('Sending…'), h('p.lead', {}, 'Keep this page open until it has arrived.')],
    };
  }
  const acted = snapshot.players.some(player => player.seat === you?.seat && player.acted);
  if (task?.kind !== 'draw' && !isSent && !acted) return late(snapshot);
  if (task?.kind !== 'draw' || (isSent && !stays)) {
    return {
      key: `sent ${round}`,
      words: isTeaching(snapshot) ? 'Well taught!' : 'Sent!',
      body: [
        done(),
        heading(isTeaching(snapshot) ? 'Well taught!' : 'Sent!'),
        h('p.lead', {}, progressOf(snapshot)),
        !isTeaching(snapshot) && h('p', {}, 'Next, you’re the jury: what did the others draw?'),
      ],
    };
  }
  const twist = twistOf(snapshot);
  const words = wordsFor(snapshot, task);
  return {
    key: `draw ${round} ${snapshot.step ?? ''} ${task.digit} ${task.left}`,
    words: `${words}.${twist === null ? '' : ` Twist: ${twist}.`}`,
    body: [
      h(
        'div.task',
        {},
        h('b.digit', { 'aria-hidden': 'true' }, task.digit),
        h(
          'div',
          {},
          heading(words),
          isTeaching(snapshot) && h('p', {}, task.left > 1 ? `${task.left - 1} more if there’s time` : 'The last one'),
          twist !== null && h('p.twist', {}, h('b', {}, 'Twist: '), twist),
        ),
      ),
    ],
  };
}

/** Where many drawings are asked for, the pad stays between one and the next. */
export const goesOn = (task: DrawTask): boolean => task.left > 1;

function wordsFor(snapshot: Snapshot, { digit }: DrawTask): string {
  const a = withArticle(digit);
  if (isTeaching(snapshot)) return `Teach your rookie ${a}`;
  return isCoach(snapshot)
    ? `Draw ${a} that people can read and the others’ rookies can’t`
    : `Draw ${a} that people can read and machines can’t`;
}

/** Who came in while the others were drawing. */
function late(snapshot: Snapshot): View {
  return {
    key: `late ${snapshot.round}`,
    words: 'You’re in! You draw the next time.',
    body: [
      heading('You’re in!'),
      h('p.lead', {}, 'The others are drawing already. You judge with them, and draw the next time.'),
      h('p', {}, progressOf(snapshot)),
    ],
  };
}

/** Who came when all places of those who draw were taken. */
function watching(snapshot: Snapshot): View {
  return {
    key: `watching ${snapshot.round}`,
    words: 'You’re in the jury. Those who came first draw.',
    body: [
      heading('You’re in the jury'),
      h('p.lead', {}, 'Forty people draw in a game, and they were here first. You judge what they draw.'),
      h('p', {}, progressOf(snapshot)),
    ],
  };
}

export function jury({ snapshot, judged }: PhoneModel & { snapshot: Snapshot }): View {
  const { task, round } = snapshot;
  const left = task?.kind === 'vote' ? task.drawings.filter(drawing => !judged.has(drawing.drawing)) : [];
  const [next] = left;
  if (!next) {
    const isThanks = judged.size > 0 || snapshot.players.some(player => player.seat === snapshot.you?.seat && player.acted);
    return {
      key: `judged ${round}`,
      words: 'Look at the big screen.',
      body: [
        isThanks && done(),
        heading(isThanks ? 'Thanks, that’s all!' : 'The jury is out'),
        h('p.lead', {}, progressOf(snapshot)),
        h('p', {}, 'Watch the big screen: the machines are next.'),
      ],
    };
  }
  return {
    key: `jury ${round} ${next.drawing}`,
    words: `Which digit is this? ${left.length > 1 ? `${left.length} drawings to go.` : 'The last one.'}`,
    body: [
      h('div.question', {}, heading('Which digit is this?'), h('p', {}, left.length > 1 ? `${left.length} to go` : 'The last one')),
      h('div.exhibit', {}, inkPicture(next.strokes, 'The drawing to judge')),
      h(
        'div.digits',
        { role: 'group', 'aria-label': 'Which digit is this?' },
        ...Array.from({ length: 10 }, (_, digit) => vote(next.drawing, digit, String(digit))),
        vote(next.drawing, null, 'Not a digit'),
      ),
    ],
  };
}

function vote(drawing: string, digit: number | null, words: string): HTMLElement {
  const key = digit === null ? 'N' : String(digit);
  return h(
    'button.button',
    { type: 'button', 'data-do': 'vote', 'data-drawing': drawing, 'data-digit': digit ?? '', 'data-hotkey': key, 'aria-keyshortcuts': key },
    words,
  );
}
