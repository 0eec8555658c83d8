import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeBeside, menu } from '../../js/rooms/phone/menu';
import { you } from './snapshots';

let lifetime: AbortController;

function open(asked: string | null = null, isOn = true): HTMLDetailsElement {
  const shown = menu({ ...you, moreTime: true }, asked, isOn) as HTMLDetailsElement;
  document.body.replaceChildren(shown);
  shown.open = true;
  closeBeside(document.body, lifetime.signal, () => undefined);
  return shown;
}

beforeEach(() => {
  lifetime = new AbortController();
});

afterEach(() => {
  lifetime.abort();
});

test('in every phase: has more time, and a way out', () => {
  const shown = open();

  expect(shown.querySelector('[data-do="moreTime"]')!.getAttribute('aria-pressed')).toBe('true');
  expect(shown.querySelector('[data-asked="leave"]')!.textContent).toBe('Leave the room');
});

test('leave: asks, and says what becomes of the points', () => {
  const shown = open('leave');

  expect(shown.textContent).toContain('Your points wait for you');
  expect([...shown.querySelectorAll('button')].map(button => button.dataset.do)).toEqual(['leave', 'keep']);
});

test('leave while no game goes on: there are no points to wait', () => {
  expect(open('leave', false).textContent).toContain('You can come back');
});

test('a press beside it closes it, one on it does not', () => {
  const shown = open();
  shown.querySelector('button')!.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(shown.open).toBe(true);
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));

  expect(shown.open).toBe(false);
});

test('Escape closes it, and nothing else', () => {
  const shown = open();
  shown.querySelector('button')!.focus();
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  shown.dispatchEvent(key);

  expect(shown.open).toBe(false);
  expect(key.defaultPrevented).toBe(true);
  expect(document.activeElement).toBe(shown.querySelector('summary'));
});
