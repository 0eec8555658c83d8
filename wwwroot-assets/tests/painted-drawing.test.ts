// Gives cdp() its types.
import type {} from '@vitest/browser-playwright';
import { beforeEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { drawStroke, inkIsSeen, open, part, sent, sizesObserved } from './rendered-pad';

test('Stroke that has ended: is painted at once', async () => {
  open();
  await sizesObserved();
  drawStroke();

  expect(inkIsSeen()).toBe(true);
});

describe('The drawing is painted again', () => {
  let canvas: HTMLCanvasElement;

  beforeEach(async () => {
    open();
    drawStroke();
    await sizesObserved();
    canvas = part('dry') as HTMLCanvasElement;
    canvas.width = 0;
  });

  test('when the page changes its theme', () => {
    document.dispatchEvent(new Event('themechange'));

    expect(canvas.width).toBe(240);
    expect(inkIsSeen()).toBe(true);
  });

  test('when the device changes its theme', async () => {
    const change = (value: string): Promise<unknown> =>
      cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
    await change('dark');
    try {
      await expect.poll(() => canvas.width).toBe(240);
    } finally {
      await change('');
    }
  });

  test('when the sheet changes its size', async () => {
    part('sheet').style.width = '200px';

    await expect.poll(() => canvas.width).toBe(200);
  });
});

describe('Disposed pad', () => {
  test('neither draws nor sends', () => {
    open().dispose();
    drawStroke();
    document.dispatchEvent(new Event('reconnected'));

    expect(sent).toEqual([]);
  });

  test('does not paint when the sheet changes its size', async () => {
    const pad = open();
    await sizesObserved();
    pad.dispose();
    const canvas = part('dry') as HTMLCanvasElement;
    canvas.width = 7;
    part('sheet').style.width = '200px';
    await sizesObserved();

    expect(canvas.width).toBe(7);
  });
});
