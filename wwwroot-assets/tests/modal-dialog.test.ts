import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defineModalDialog } from '../js/modal-dialog';

beforeAll(defineModalDialog);

beforeEach(() => {
  document.body.innerHTML = '<button id="opener">Open</button>';
  opener().focus();
});

const opener = (): HTMLElement => document.getElementById('opener')!;

/** As Blazor does: the element first, its content afterwards, both in one task. */
async function open(): Promise<HTMLElement> {
  const element = document.createElement('modal-dialog');
  document.body.append(element);
  element.innerHTML = '<dialog><button autofocus>Yes</button></dialog>';
  await Promise.resolve();
  return element;
}

describe('<modal-dialog>', () => {
  test('comes onto the page: its dialog is open and modal, and has the focus', async () => {
    const element = await open();

    expect(element.querySelector('dialog')!.matches(':modal')).toBe(true);
    expect(document.activeElement).toBe(element.querySelector('button'));
  });

  test('leaves the page: what had the focus before has it again', async () => {
    (await open()).remove();

    expect(document.activeElement).toBe(opener());
  });

  test('leaves the page together with what had the focus: nothing has it', async () => {
    const element = await open();
    opener().remove();
    element.remove();

    expect(document.activeElement).toBe(document.body);
  });

  test('is gone before its content came: opens nothing', async () => {
    const element = document.createElement('modal-dialog');
    document.body.append(element);
    element.remove();
    await Promise.resolve();

    expect(document.querySelector(':modal')).toBeNull();
    expect(document.activeElement).toBe(opener());
  });
});
