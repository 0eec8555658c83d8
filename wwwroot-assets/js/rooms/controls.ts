// What moves the game: on the big screen, and on the host's phone.
import type { Commands, Outcome } from './commands';
import { h, type Child } from './render';
import type { Player, Snapshot } from './snapshot';

const icons = {
  pause: 'M8 5v14M16 5v14',
  resume: 'M7 4.5v15l12-7.5z',
  skip: 'M5 5v14l9-7zM18 5v14',
  lock: 'M6 11h12v9H6zM9 11V7a3 3 0 0 1 6 0v4',
  unlock: 'M6 11h12v9H6zM9 11V6a3 3 0 0 1 6-1',
  end: 'M6 6l12 12M18 6 6 18',
} as const;

export function icon(path: string): SVGElement {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  picture.append(line);
  return picture;
}

function control(kind: keyof typeof icons, words: string, hotkey?: string): HTMLElement {
  const attributes = { type: 'button', 'data-do': kind, 'data-hotkey': hotkey, 'aria-keyshortcuts': hotkey, 'data-key': kind };
  return h('button.button', attributes, icon(icons[kind]), h('span', {}, words));
}

/** The server starts a game with as many. */
export const fewest = 3;

/** @returns The bright button, where the game waits to be started. */
export function startButton(snapshot: Snapshot): HTMLElement | null {
  const attributes = { type: 'button', 'data-do': 'start', 'data-key': 'start', 'data-hotkey': 'Enter', 'aria-keyshortcuts': 'Enter' };
  if (snapshot.phase === 'podium') return h('button.button.button--primary', attributes, 'Play again');
  if (snapshot.phase !== 'lobby') return null;
  return h('button.button.button--primary', { ...attributes, disabled: snapshot.players.length < fewest }, 'Start');
}

/** @param asked What waits for a second press: "end", or "kick 3". */
export function controls(snapshot: Snapshot, asked: string | null): Child[] {
  const isPlaying = snapshot.phase !== 'lobby' && snapshot.phase !== 'podium';
  if (asked === 'end') {
    return [
      h('span.question', { 'data-key': 'question' }, 'End the game for everybody?'),
      h('button.button', { type: 'button', 'data-do': 'end', 'data-key': 'sure' }, 'Yes, end it'),
      h('button.button', { type: 'button', 'data-do': 'keep', 'data-key': 'keep' }, 'Keep playing'),
    ];
  }
  return [
    isPlaying && (snapshot.paused ? control('resume', 'Resume', 'P') : control('pause', 'Pause', 'P')),
    isPlaying && control('skip', 'Skip', 'S'),
    snapshot.locked ? control('unlock', 'Unlock') : control('lock', 'Lock'),
    h('button.button', { type: 'button', 'data-do': 'ask', 'data-asked': 'end', 'data-key': 'end' }, icon(icons.end), h('span', {}, 'End')),
  ];
}

/** A folded list, to rename people and to kick them. */
export function peopleFold(snapshot: Snapshot, asked: string | null): HTMLElement {
  const rows = snapshot.players.map(player => personRow(player, asked === `kick ${player.seat}`));
  return h(
    'details.room-people',
    { 'data-key': 'people' },
    h('summary.button', {}, `People (${snapshot.players.length})`),
    h('div.list', {}, rows.length > 0 ? h('ul', {}, ...rows) : h('p', {}, 'Nobody is here yet.')),
  );
}

function personRow(player: Player, isAsked: boolean): HTMLElement {
  const seat = { 'data-seat': player.seat };
  if (isAsked) {
    return h(
      'li',
      { 'data-key': `asked ${player.seat}` },
      h('span', {}, `Kick ${player.name}? Who’s kicked can’t come back.`),
      h('button.button', { type: 'button', 'data-do': 'kick', ...seat }, 'Yes, kick'),
      h('button.button', { type: 'button', 'data-do': 'keep' }, 'Cancel'),
    );
  }
  return h(
    'li',
    { 'data-key': player.seat },
    h(
      'form',
      { 'data-do': 'rename', ...seat },
      h('input', { name: 'name', value: player.name, maxlength: 40, autocomplete: 'off', 'aria-label': `Name of ${player.name}` }),
      h('button.button', { 'aria-label': `Rename ${player.name}` }, 'Rename'),
    ),
    h(
      'button.button',
      { type: 'button', 'data-do': 'ask', 'data-asked': `kick ${player.seat}`, 'aria-label': `Kick ${player.name}` },
      'Kick',
    ),
  );
}

/**
 * Does what a control says.
 * @returns null where it is none of these.
 */
export function obey(control: HTMLElement, snapshot: Snapshot, commands: Commands): Promise<Outcome> | null {
  const seat = Number(control.dataset.seat);
  const send = (kind: string, fields: Record<string, unknown> = {}): Promise<Outcome> =>
    commands.send(`${kind} ${JSON.stringify(fields)} ${snapshot.phase} ${snapshot.round}`, { kind, round: snapshot.round, ...fields });
  switch (control.dataset.do) {
    case 'start':
    case 'pause':
    case 'resume':
    case 'skip':
      // What comes too late for this phase is not meant for the next one.
      return send(control.dataset.do, { phase: snapshot.phase });
    case 'end':
    case 'leave':
      return send(control.dataset.do);
    case 'lock':
      return send('lock', { on: true });
    case 'unlock':
      return send('lock', { on: false });
    case 'kick':
      return send('kick', { seat });
    case 'rename': {
      const name = control.querySelector<HTMLInputElement>('input[name="name"]')?.value.trim() ?? '';
      return name === '' ? null : send('rename', Number.isNaN(seat) ? { name } : { seat, name });
    }
    case undefined:
    default:
      return null;
  }
}
