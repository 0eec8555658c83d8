import { describe, expect, test } from 'vitest';
import { drawStroke, open, part, press, reload, root, sent } from './rendered-pad';

describe('Finished drawing', () => {
  test('next stroke: begins a new drawing, and the one after it goes on', () => {
    const pad = open();
    drawStroke();
    pad.finish(1);
    drawStroke();
    drawStroke();

    expect(sent.map(([, strokes]) => strokes.length)).toEqual([1, 1, 2]);
  });

  test('page is loaded again: is there, is sent, and the next stroke begins a new one at once', async () => {
    const pad = open();
    drawStroke();
    pad.finish(1);
    sent.length = 0;
    await reload();
    expect(root().hasAttribute('data-blank')).toBe(false);
    open();
    drawStroke();

    expect(sent.map(([, strokes]) => strokes.length)).toEqual([1, 1]);
  });

  test('strokes were added before the guess came: goes on', () => {
    const pad = open();
    drawStroke();
    drawStroke();
    pad.finish(1);
    drawStroke();

    expect(sent.at(-1)?.[1]).toHaveLength(3);
  });

  test('pen is down when the guess comes: goes on', () => {
    const pad = open();
    press(' ', 'ArrowRight');
    pad.finish(1);
    press(' ', ' ', ' ');

    expect(sent.at(-1)?.[1]).toHaveLength(2);
  });

  test('Undo: goes on with the drawing', () => {
    const pad = open();
    drawStroke();
    drawStroke();
    pad.finish(2);
    part('undo').click();
    drawStroke();

    expect(sent.at(-1)?.[1]).toHaveLength(2);
  });

  test('connection comes back: is not sent again', () => {
    const pad = open();
    drawStroke();
    pad.finish(1);
    document.dispatchEvent(new Event('reconnected'));

    expect(sent).toHaveLength(1);
  });

  test('forget: stays on the sheet, and is gone after a reload', async () => {
    const pad = open();
    drawStroke();
    pad.finish(1);
    pad.forget();
    expect(root().hasAttribute('data-blank')).toBe(false);
    await reload();

    expect(root().hasAttribute('data-blank')).toBe(true);
  });

  test('forget and focus without a finished drawing: do nothing', async () => {
    const pad = open();
    drawStroke();
    pad.forget();
    pad.focus();
    await reload();

    expect(root().hasAttribute('data-blank')).toBe(false);
    expect(document.activeElement).toBe(document.body);
  });

  test('focus: the sheet has it, and the page does not scroll', () => {
    const pad = open();
    drawStroke();
    pad.finish(1);
    document.body.style.paddingTop = '3000px';
    pad.focus();

    expect(document.activeElement).toBe(part('sheet'));
    expect(scrollY).toBe(0);
    document.body.removeAttribute('style');
  });
});
