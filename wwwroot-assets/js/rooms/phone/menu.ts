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

/**
 * @param asked What waits for a second press.
 * @param isOn Whether a game goes on, in which points can be lost.
 */
export function menu(you: You, asked: string | null, isOn: boolean): HTMLElement {
  return h(
    'details.menu',
    { 'data-key': 'menu' },
    h('summary', {}, h('span.lines', { 'aria-hidden': 'true' }), h('span.who', {}, you.name), h('span.visually-hidden', {}, ', your menu')),
    h('div.panel', {}, ...(asked === 'leave' ? question(isOn) : [moreTimeSwitch(you.moreTime), leave()])),
  );
}

const leave = (): HTMLElement =>
  h('button.button', { type: 'button', 'data-do': 'ask', 'data-asked': 'leave', 'data-key': 'leave' }, 'Leave the room');

function question(isOn: boolean): HTMLElement[] {
  const words = isOn ? ' Your points wait for you until this game is over.' : ' You can come back with the same code.';
  return [
    h('p', { 'data-key': 'question', role: 'status' }, h('b', {}, 'Leave the room?'), words),
    h('button.button', { type: 'button', 'data-do': 'leave', 'data-key': 'sure' }, 'Yes, leave'),
    h('button.button', { type: 'button', 'data-do': 'keep', 'data-key': 'keep' }, 'Stay'),
  ];
}

/**
 * The menu lies above the page: a press beside it closes it, and so does Escape, which clears the pad otherwise.
 * @param closed Is told, however it was closed: what was left open in it isn't to be there a minute later.
 */
export function closeBeside(page: HTMLElement, signal: AbortSignal, closed: () => void): void {
  const onPress = (event: Event): void => {
    if (!(event.target instanceof Element && event.target.closest('details.menu'))) closeMenu(page);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && closeMenu(page)) event.preventDefault();
  };
  const onToggle = ({ target }: Event): void => {
    if (target instanceof HTMLDetailsElement && target.matches('.menu') && !target.open) closed();
  };
  page.addEventListener('toggle', onToggle, { capture: true, signal });
  document.addEventListener('pointerdown', onPress, { signal });
  document.addEventListener('keydown', onKey, { capture: true, signal });
}

/** @returns Whether it was open. What had the focus in it leaves that to its handle. */
export function closeMenu(page: HTMLElement): boolean {
  const open = page.querySelector<HTMLDetailsElement>('details.menu[open]');
  if (!open) return false;
  if (open.contains(document.activeElement)) open.querySelector<HTMLElement>('summary')?.focus();
  open.open = false;
  return true;
}
