import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Ink } from '../../js/pad/ink';
import { Painter } from '../../js/pad/painter';
import { inkBox, pixel, thickness } from './pixels';

let sheet: HTMLElement;
let ink: Ink;
let painter: Painter;

beforeEach(() => {
  document.body.innerHTML = `
    <div style="position: relative; width: 400px; height: 400px; color: rgb(200, 0, 0)">
      <canvas data-pad="dry"></canvas><canvas data-pad="wet"></canvas>
    </div>`;
  sheet = document.querySelector('div')!;
  ink = new Ink();
  painter = new Painter(sheet, ink);
  painter.repaint();
});

afterEach(() => {
  document.documentElement.removeAttribute('style');
  vi.unstubAllGlobals();
});

function drawLine(fromX: number, toX: number, y: number): void {
  ink.beginStroke(sheet.clientWidth, 'mouse');
  for (let x = fromX; x <= toX; x += 10) ink.add(x, y, x);
}

const layer = (name: 'dry' | 'wet'): HTMLCanvasElement => sheet.querySelector<HTMLCanvasElement>(`[data-pad="${name}"]`)!;

const nextFrame = (): Promise<void> => new Promise(resolve => requestAnimationFrame(() => resolve()));

describe('Painter.dryStroke', () => {
  test('line: its ink lies around it, in the colour of the sheet', () => {
    drawLine(100, 300, 200);
    painter.dryStroke();

    const box = inkBox(layer('dry'))!;
    expect(box.left).toBeGreaterThan(85);
    expect(box.left).toBeLessThan(105);
    expect(box.right).toBeGreaterThan(295);
    expect(box.right).toBeLessThan(315);
    // The pen is 0.054 of 400 px wide.
    expect(box.bottom - box.top).toBeGreaterThan(18);
    expect(box.bottom - box.top).toBeLessThan(28);
    expect(pixel(layer('dry'), 200, 200)).toEqual([200, 0, 0, 255]);
  });

  test('any line: is a little thinner at both ends', () => {
    drawLine(100, 300, 200);
    painter.dryStroke();

    expect(thickness(layer('dry'), 105)).toBeLessThan(thickness(layer('dry'), 200));
    expect(thickness(layer('dry'), 295)).toBeLessThan(thickness(layer('dry'), 200));
  });

  test('two points far apart: the line reaches both', () => {
    ink.beginStroke(400, 'mouse');
    ink.add(100, 200, 0);
    ink.add(300, 200, 10);
    painter.dryStroke();

    const box = inkBox(layer('dry'))!;
    expect(box.left).toBeLessThan(105);
    expect(box.right).toBeGreaterThan(295);
  });

  test('stroke that was to become wet with the next frame: does not', async () => {
    drawLine(100, 300, 200);
    painter.showWet();
    painter.dryStroke();
    await nextFrame();

    expect(inkBox(layer('wet'))).toBeNull();
  });

  test('stroke that was wet: is on the dry canvas alone', async () => {
    drawLine(100, 300, 200);
    painter.showWet();
    await nextFrame();
    expect(inkBox(layer('wet'))).not.toBeNull();
    painter.dryStroke();

    expect(inkBox(layer('wet'))).toBeNull();
    expect(inkBox(layer('dry'))).not.toBeNull();
  });

  test('single point: leaves a dot as wide as the pen', () => {
    drawLine(200, 200, 200);
    painter.dryStroke();

    const box = inkBox(layer('dry'))!;
    expect(box.right - box.left).toBeGreaterThan(12);
    expect(box.right - box.left).toBeLessThan(28);
  });
});

describe('Painter.showWet', () => {
  test('stroke under the pen: appears with the next frame', async () => {
    drawLine(100, 300, 200);
    painter.showWet();
    expect(inkBox(layer('wet'))).toBeNull();
    await nextFrame();

    expect(inkBox(layer('wet'))).not.toBeNull();
    expect(inkBox(layer('dry'))).toBeNull();
  });

  test('stroke under the pen: is thick up to the pen', async () => {
    drawLine(100, 300, 200);
    painter.showWet();
    await nextFrame();

    expect(thickness(layer('wet'), 295)).toBe(thickness(layer('wet'), 200));
  });

  test('stroke that was replaced: only the new one is on the canvas', async () => {
    drawLine(100, 300, 100);
    painter.showWet();
    await nextFrame();
    ink.undo();
    drawLine(100, 300, 300);
    painter.showWet();
    await nextFrame();

    expect(inkBox(layer('wet'))?.top).toBeGreaterThan(250);
  });

  test('after a frame was cancelled: appears with the next', async () => {
    drawLine(100, 300, 200);
    painter.showWet();
    painter.repaint();
    painter.showWet();
    await nextFrame();

    expect(inkBox(layer('wet'))).not.toBeNull();
  });

  test('stroke that is undone before the frame: does not appear', async () => {
    drawLine(100, 300, 200);
    painter.showWet();
    ink.undo();
    drawLine(100, 300, 300);
    painter.repaint();
    await nextFrame();

    expect(inkBox(layer('wet'))).toBeNull();
  });
});

describe('Painter.repaint', () => {
  test('sheet of half the width: shows the drawing at half the size', () => {
    drawLine(100, 300, 200);
    sheet.style.width = sheet.style.height = '200px';
    painter.repaint();

    expect(painter.scale).toBe(0.5);
    const box = inkBox(layer('dry'))!;
    expect((box.left + box.right) / 2).toBeCloseTo(100, -1);
    expect(box.right).toBeLessThan(160);
    expect((box.top + box.bottom) / 2).toBeCloseTo(100, -1);
  });

  test('screen with two pixels for a CSS pixel: shows the drawing in all of them', () => {
    vi.stubGlobal('devicePixelRatio', 2);
    drawLine(100, 300, 200);
    painter.repaint();

    const canvas = sheet.querySelector('canvas')!;
    expect([canvas.width, canvas.height]).toEqual([800, 800]);
    const box = inkBox(layer('dry'))!;
    expect((box.left + box.right) / 2).toBeCloseTo(400, -1);
    expect((box.top + box.bottom) / 2).toBeCloseTo(400, -1);
    expect(box.bottom - box.top).toBeGreaterThan(36);
    expect(box.bottom - box.top).toBeLessThan(56);
  });

  test('another colour: shows all strokes in it', () => {
    drawLine(100, 300, 100);
    drawLine(100, 300, 300);
    sheet.style.color = 'rgb(0, 0, 200)';
    painter.repaint();

    expect([pixel(layer('dry'), 200, 100), pixel(layer('dry'), 200, 300)]).toEqual(Array(2).fill([0, 0, 200, 255]));
  });

  test('--ink-grain: 1: lets the sheet show through, the same way each time', () => {
    drawLine(100, 300, 200);
    document.documentElement.style.setProperty('--ink-grain', '1');
    painter.repaint();
    const row = (): number[][] => Array.from({ length: 150 }, (_, i) => pixel(layer('dry'), 125 + i, 200));
    const first = row();
    painter.repaint();

    const opacities = new Set(first.map(([, , , opacity]) => opacity));
    expect(opacities.size).toBeGreaterThan(10);
    expect(row()).toEqual(first);
  });

  test('nothing drawn: is empty, and a sheet pixel is a CSS pixel', () => {
    expect(inkBox(layer('dry'))).toBeNull();
    expect(painter.scale).toBe(1);
  });
});
