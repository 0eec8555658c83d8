// What a person can do on the phone in every phase: have more time, and leave.
import { h } from '../render';
import type { You } from '../snapshot';

/** A switch; it holds from this moment on, also for the phase that goes on. */
export function moreTimeSwitch(isOn: boolean): HTMLElement {
  return h(
    'button.button.more-time',
    { type: 'button', 'data-do': 'moreTime', 'data-key': 'more-time', 'aria-pressed': isOn ? 'true' : 'false' },
    h('span.box'),
    h('span', {}, 'More time for me', h('small', {}, 'Your time is twice as long.')),
  );
}

/** What a screen reader hears once it is so. */
export const moreTimeWords = (isOn: boolean): string => (isOn ? 'You have twice as long from now on.' : 'You have the usual time again.');

/** @param asked What waits for a second press. */
export function menu(you: You, asked: string | null): HTMLElement {
  return h(
    'details.menu',
    { 'data-key': 'menu' },
    h('summary', {}, h('span.lines', { 'aria-hidden': 'true' }), h('span.who', {}, you.name), h('span.visually-hidden', {}, ', your menu')),
    h('div.panel', {}, ...(asked === 'leave' ? question() : [moreTimeSwitch(you.moreTime), leave()])),
  );
}

const leave = (): HTMLElement =>
  h('button.button', { type: 'button', 'data-do': 'ask', 'data-asked': 'leave', 'data-key': 'leave' }, 'Leave the room');

function question(): HTMLElement[] {
  return [
    h('p', { 'data-key': 'question', role: 'status' }, h('b', {}, 'Leave the room?'), ' Your points wait for you until this game is over.'),
    h('button.button', { type: 'button', 'data-do': 'leave', 'data-key': 'sure' }, 'Yes, leave'),
    h('button.button', { type: 'button', 'data-do': 'keep', 'data-key': 'keep' }, 'Stay'),
  ];
}

/** The menu lies above the page: a press beside it closes it, and so does Escape, which clears the pad otherwise. */
export function closeBeside(page: HTMLElement, signal: AbortSignal): void {
  const opened = (): HTMLDetailsElement | null => page.querySelector<HTMLDetailsElement>('details.menu[open]');
  const onPress = (event: Event): void => {
    const open = opened();
    if (open && !(event.target instanceof Node && open.contains(event.target))) open.open = false;
  };
  const onKey = (event: KeyboardEvent): void => {
    const open = opened();
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    open.open = false;
    open.querySelector<HTMLElement>('summary')?.focus();
  };
  document.addEventListener('pointerdown', onPress, { signal });
  page.addEventListener('keydown', onKey, { signal });
}
