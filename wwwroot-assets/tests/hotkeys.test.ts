import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listenForHotkeys, listenForKeySwitches } from '../js/hotkeys';

let pressed: string[];

beforeAll(listenForHotkeys);
beforeAll(listenForKeySwitches);

beforeEach(() => {
  document.body.innerHTML = `
    <button id="guess" data-hotkey="Enter"></button><button id="undo" data-hotkey="Ctrl+Z"></button>
    <button id="clear" data-hotkey="Escape"></button><button id="seven" data-hotkey="7"></button>
    <a id="back" data-hotkey="B" href="#back">Back</a><main></main>`;
  pressed = [];
  for (const control of document.querySelectorAll('[id]')) control.addEventListener('click', () => pressed.push(control.id));
});

/** @returns false where the key's own effect on the page was prevented. */
function press(key: string, options: KeyboardEventInit = {}, target: Element = document.querySelector('main')!): boolean {
  return target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
}

function insert(html: string): HTMLElement {
  const main = document.querySelector('main')!;
  main.innerHTML = html;
  return main.querySelector<HTMLElement>('[data-target]')!;
}

describe('Key of a button', () => {
  test.each([
    ['Enter', {}, 'guess'],
    ['Escape', {}, 'clear'],
    ['7', {}, 'seven'],
    ['z', { ctrlKey: true }, 'undo'],
    ['z', { metaKey: true }, 'undo'],
    ['b', {}, 'back'],
  ])('%s %o: presses %s and nothing else, and has no other effect', (key, options, id) => {
    expect(press(key, options)).toBe(false);
    expect(pressed).toEqual([id]);
  });

  test('other keys, and the right key with the wrong modifier: are left to the page', () => {
    expect(press('x')).toBe(true);
    expect(press('z')).toBe(true);
    expect(press('7', { altKey: true })).toBe(true);
    expect(press('Enter', { ctrlKey: true })).toBe(true);

    expect(pressed).toEqual([]);
  });

  test('nothing has the focus: counts', () => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: '7' }));

    expect(pressed).toEqual(['seven']);
  });

  test('held down: counts once', () => {
    press('7');
    press('7', { repeat: true });

    expect(pressed).toEqual(['seven']);
  });

  test('somebody else has handled it: does nothing', () => {
    const target = insert('<i data-target></i>');
    target.addEventListener('keydown', event => event.preventDefault());
    press('7', {}, target);

    expect(pressed).toEqual([]);
  });

  test.each(['disabled', 'hidden'])('button that is %s: does nothing, and the next button with the key is pressed', attribute => {
    document.getElementById('seven')!.toggleAttribute(attribute, true);
    expect(press('7')).toBe(true);
    document.getElementById('guess')!.dataset.hotkey = '7';
    press('7');

    expect(pressed).toEqual(['guess']);
  });
});

describe('Key with a use of its own', () => {
  test.each([
    '<textarea data-target></textarea>',
    '<input data-target>',
    '<select data-target></select>',
    '<p contenteditable><b data-target>b</b></p>',
  ])('in %s: is typed', html => {
    const target = insert(html);
    expect(press('7', {}, target)).toBe(true);
    expect(press('Enter', {}, target)).toBe(true);

    expect(pressed).toEqual([]);
  });

  test.each(['radio', 'checkbox'])('in <input type="%s">, where nothing is typed: presses its button', type => {
    press('7', {}, insert(`<input type="${type}" data-target>`));

    expect(pressed).toEqual(['seven']);
  });

  test.each(['<button data-target>', '<a href="#x" data-target>', '<details><summary data-target>'])('Enter on %s: is its own', html => {
    const target = insert(html);
    expect(press('Enter', {}, target)).toBe(true);
    press('7', {}, target);

    expect(pressed).toEqual(['seven']);
  });

  test('Escape under a modal dialog: closes the dialog only', () => {
    const dialog = insert('<dialog data-target></dialog>') as HTMLDialogElement;
    dialog.showModal();
    expect(press('Escape', {}, dialog)).toBe(true);
    expect(pressed).toEqual([]);
    dialog.close();
    press('Escape');

    expect(pressed).toEqual(['clear']);
  });

  test('Escape under an open menu: closes the menu only', () => {
    insert('<nav popover data-target></nav>').showPopover();
    expect(press('Escape')).toBe(true);

    expect(pressed).toEqual([]);
  });
});

describe('Keys of one character switched off', () => {
  test('press nothing, and the others go on; switched on again, they press their buttons', () => {
    const button = insert('<button role="switch" aria-checked="true" data-key-switch data-target></button>');
    button.click();
    expect(button.getAttribute('aria-checked')).toBe('false');
    expect(press('7')).toBe(true);
    press('z', { ctrlKey: true });
    press('Escape');
    expect(pressed).toEqual(['undo', 'clear']);

    button.click();
    expect(button.getAttribute('aria-checked')).toBe('true');
    press('7');
    expect(pressed).toEqual(['undo', 'clear', 'seven']);
  });
});
