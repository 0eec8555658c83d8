import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Ink } from '../../js/pad/ink';
import { Painter } from '../../js/pad/painter';

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
});

function drawLine(fromX: number, toX: number, y: number): void {
  ink.beginStroke(sheet.clientWidth, 'mouse');
  for (let x = fromX; x <= toX; x += 10) ink.add(x, y, x);
}

/** The box around all ink of a layer in device pixels; null where there is none. */
function inkOn(layer: 'dry' | 'wet'): { left: number; top: number; right: number; bottom: number } | null {
  const canvas = sheet.querySelector<HTMLCanvasElement>(`[data-pad="${layer}"]`)!;
  const { data, width, height } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const [columns, rows]: [number[], number[]] = [[], []];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4 + 3] ?? 0) > 127) {
        columns.push(x);
        rows.push(y);
      }
    }
  }
  if (columns.length === 0) return null;
  const [least, most] = [
    (values: number[]) => values.reduce((a, b) => Math.min(a, b)),
    (values: number[]) => values.reduce((a, b) => Math.max(a, b)),
  ];
  return { left: least(columns), top: least(rows), right: most(columns), bottom: most(rows) };
}

function pixel(x: number, y: number): number[] {
  return [...sheet.querySelector<HTMLCanvasElement>('[data-pad="dry"]')!.getContext('2d')!.getImageData(x, y, 1, 1).data];
}

const nextFrame = (): Promise<void> => new Promise(resolve => requestAnimationFrame(() => resolve()));

describe('Painter.dryStroke', () => {
  test('line: its ink lies around it, in the colour of the sheet', () => {
    drawLine(100, 300, 200);
    painter.dryStroke();

    const box = inkOn('dry')!;
    expect(box.left).toBeGreaterThan(85);
    expect(box.left).toBeLessThan(105);
    expect(box.right).toBeGreaterThan(295);
    expect(box.right).toBeLessThan(315);
    // The pen is 0.054 of 400 px wide.
    expect(box.bottom - box.top).toBeGreaterThan(18);
    expect(box.bottom - box.top).toBeLessThan(28);
    expect(pixel(200, 200)).toEqual([200, 0, 0, 255]);
  });

  test('stroke that was wet: is on the dry canvas alone', async () => {
    drawLine(100, 300, 200);
    painter.showWet();
    await nextFrame();
    expect(inkOn('wet')).not.toBeNull();
    painter.dryStroke();

    expect(inkOn('wet')).toBeNull();
    expect(inkOn('dry')).not.toBeNull();
  });

  test('single point: leaves a dot as wide as the pen', () => {
    drawLine(200, 200, 200);
    painter.dryStroke();

    const box = inkOn('dry')!;
    expect(box.right - box.left).toBeGreaterThan(12);
    expect(box.right - box.left).toBeLessThan(28);
  });
});

describe('Painter.showWet', () => {
  test('stroke under the pen: appears with the next frame', async () => {
    drawLine(100, 300, 200);
    painter.showWet();
    expect(inkOn('wet')).toBeNull();
    await nextFrame();

    expect(inkOn('wet')).not.toBeNull();
    expect(inkOn('dry')).toBeNull();
  });

  test('stroke that is undone before the frame: does not appear', async () => {
    drawLine(100, 300, 200);
    painter.showWet();
    ink.undo();
    drawLine(100, 300, 300);
    painter.repaint();
    await nextFrame();

    expect(inkOn('wet')).toBeNull();
  });
});

describe('Painter.repaint', () => {
  test('sheet of half the width: shows the drawing at half the size', () => {
    drawLine(100, 300, 200);
    sheet.style.width = sheet.style.height = '200px';
    painter.repaint();

    expect(painter.scale).toBe(0.5);
    const box = inkOn('dry')!;
    expect((box.left + box.right) / 2).toBeCloseTo(100, -1);
    expect(box.right).toBeLessThan(160);
    expect((box.top + box.bottom) / 2).toBeCloseTo(100, -1);
  });

  test('another colour: shows all strokes in it', () => {
    drawLine(100, 300, 100);
    drawLine(100, 300, 300);
    sheet.style.color = 'rgb(0, 0, 200)';
    painter.repaint();

    expect([pixel(200, 100), pixel(200, 300)]).toEqual(Array(2).fill([0, 0, 200, 255]));
  });

  test('--ink-grain: 1: lets the sheet show through, the same way each time', () => {
    drawLine(100, 300, 200);
    document.documentElement.style.setProperty('--ink-grain', '1');
    painter.repaint();
    const row = (): number[][] => Array.from({ length: 150 }, (_, i) => pixel(125 + i, 200));
    const first = row();
    painter.repaint();

    const opacities = new Set(first.map(([, , , opacity]) => opacity));
    expect(opacities.size).toBeGreaterThan(10);
    expect(row()).toEqual(first);
  });

  test('nothing drawn: is empty, and a sheet pixel is a CSS pixel', () => {
    expect(inkOn('dry')).toBeNull();
    expect(painter.scale).toBe(1);
  });
});
