import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Sheet } from '../../js/rooms/phone/sheet';
import type { Twist } from '../../js/rooms/snapshot';
import { drawStroke, part, press, reload } from '../rendered-pad';

let sheet: Sheet;
let lifetime: AbortController;
const note = (): string => document.querySelector('[data-room="note"]')!.textContent;
const strokes = (): number => sheet.drawing.strokes.length;

/** The page of a phone, with what the tab has kept. */
async function load(task: string, twist: Twist): Promise<void> {
  await reload();
  const root = document.createElement('div');
  root.innerHTML = '<p data-room="note"></p>';
  root.append(...document.body.childNodes);
  document.body.append(root);
  lifetime.abort();
  lifetime = new AbortController();
  sheet = new Sheet(root, 'task', lifetime.signal);
  await sheet.open();
  sheet.begin(task, twist);
}

beforeEach(() => {
  lifetime = new AbortController();
});

afterEach(() => {
  lifetime.abort();
});

test('loaded again in the same round: has its ink', async () => {
  await load('1 draw 7', 'none');
  drawStroke();
  drawStroke();
  await load('1 draw 7', 'none');

  expect(sheet.isBlank).toBe(false);
  expect(strokes()).toBe(2);
  expect(sheet.drawing.input).toBe('keyboard');
});

test('loaded again in another round: is blank', async () => {
  await load('1 draw 7', 'none');
  drawStroke();
  await load('2 draw 7', 'none');

  expect(sheet.isBlank).toBe(true);
});

test('next round: is blank', async () => {
  await load('1 draw 7', 'none');
  drawStroke();
  sheet.done();
  sheet.begin('2 draw 7', 'none');

  expect(sheet.isBlank).toBe(true);
});

describe('One stroke', () => {
  test('a second one: is not taken, also after a reload, and the page says why', async () => {
    await load('1 draw 7', 'oneStroke');
    drawStroke();
    drawStroke();
    expect(strokes()).toBe(1);
    await load('1 draw 7', 'oneStroke');
    drawStroke();

    expect(strokes()).toBe(1);
    expect(note()).toContain('one stroke');
  });

  test('cleared: another one is taken', async () => {
    await load('1 draw 7', 'oneStroke');
    drawStroke();
    part('clear').click();
    expect(note()).toBe('');
    drawStroke();

    expect(strokes()).toBe(1);
  });
});

test('Quick: two seconds from the first touch, then no more ink', async () => {
  await load('1 draw 7', 'quick');
  drawStroke();
  drawStroke();
  expect(strokes()).toBe(2);
  await expect.poll(note).toContain('two seconds');
  press(' ', 'ArrowRight', ' ');

  expect(strokes()).toBe(2);
});

test('Eyes closed: the ink is hidden', async () => {
  await load('1 draw 7', 'eyesClosed');

  expect(document.querySelector('[data-unseen="yes"]')).not.toBeNull();
});
