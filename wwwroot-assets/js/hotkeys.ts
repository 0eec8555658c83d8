// data-hotkey="Enter", "Escape", "Ctrl+Z", "7": the key presses the first enabled and visible button or link that names it.
// A key therefore works exactly when its button does, and Blazor sees an ordinary click.
// Who speaks to the computer, or hits keys by mistake, can switch off the keys that are one character: "S", "7" (WCAG 2.1.4).
// The choice is in a cookie, so that the server renders the switch right.
import { closestTarget } from './closest-target';

const yearInSeconds = 365 * 24 * 60 * 60;

export function listenForHotkeys(): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.repeat || isReserved(event)) return;
    const key = keyName(event);
    if (key.trim().length === 1 && !areCharactersOn()) return;
    const control = [...document.querySelectorAll<HTMLElement>('[data-hotkey]')].find(
      candidate => candidate.dataset.hotkey === key && isPressable(candidate),
    );
    if (!control) return;
    event.preventDefault();
    control.click();
  });
}

/** Each press of a [data-key-switch] switches the keys of one character off, or on again. */
export function listenForKeySwitches(): void {
  document.addEventListener('click', event => {
    const button = closestTarget(event, '[data-key-switch]');
    if (!button) return;
    const isOn = !areCharactersOn();
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `keys=${isOn ? 'on' : 'off'}; path=/; max-age=${yearInSeconds}; samesite=lax${secure}`;
    button.setAttribute('aria-checked', String(isOn));
  });
}

function areCharactersOn(): boolean {
  return !document.cookie.split('; ').includes('keys=off');
}

function keyName(event: KeyboardEvent): string {
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  const alt = event.altKey ? 'Alt+' : '';
  return control + alt + (event.key.length === 1 ? event.key.toUpperCase() : event.key);
}

/** Whether the page itself uses the key: Enter on a control, Escape on what is open above the page, all keys where text is entered. */
function isReserved(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (event.key === 'Escape' && document.querySelector('dialog:modal, :popover-open')) return true;
  if (target.closest('textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"])')) return true;
  return event.key === 'Enter' && target.closest('button, a[href], summary') !== null;
}

function isPressable(control: HTMLElement): boolean {
  return !control.matches(':disabled') && control.checkVisibility();
}
