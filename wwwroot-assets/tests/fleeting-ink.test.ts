import { expect, test } from 'vitest';
import { drawStroke, inkIsSeen, open, reload, root, sent } from './rendered-pad';

test('Fleeting pad before the server listens: drops what is drawn, and sends what comes later', async () => {
  await reload(true);
  drawStroke();
  open();
  expect(inkIsSeen()).toBe(false);
  expect(root().hasAttribute('data-blank')).toBe(true);
  expect(sent).toEqual([]);
  drawStroke();

  expect(sent.map(([, strokes]) => strokes.length)).toEqual([1]);
});

test('Fleeting pad loaded again: begins without ink', async () => {
  await reload(true);
  open();
  drawStroke();
  await reload(true);
  open();

  expect(inkIsSeen()).toBe(false);
  expect(sent).toHaveLength(1);
});
