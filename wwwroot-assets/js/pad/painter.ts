// Paints the ink: complete strokes on the canvas "dry", the stroke under the pen on the canvas "wet", both in device pixels.
import { getStroke } from 'perfect-freehand';
import { required } from '../required';
import { grainPattern } from './grain';
import type { Ink } from './ink';
import type { Point } from './stroke';
import { taper } from './taper';

/** Width of the pen, as a share of the sheet's width. */
const penWidth = 0.054;

export class Painter {
  private readonly dry: CanvasRenderingContext2D;
  private readonly wet: CanvasRenderingContext2D;
  private frame = 0;
  private inkFill: string | CanvasPattern = '';

  constructor(
    private readonly sheet: HTMLElement,
    private readonly ink: Ink,
  ) {
    this.dry = context(sheet, 'dry');
    this.wet = context(sheet, 'wet');
  }

  /** CSS pixels of the sheet per unit of the ink. */
  get scale(): number {
    return this.ink.unit > 0 ? this.sheet.clientWidth / this.ink.unit : 1;
  }

  repaint(): void {
    // The stroke that waits for the frame may have been undone.
    this.cancelFrame();
    for (const { canvas } of [this.dry, this.wet]) {
      canvas.width = Math.round(this.sheet.clientWidth * devicePixelRatio);
      canvas.height = Math.round(this.sheet.clientHeight * devicePixelRatio);
    }
    const style = getComputedStyle(this.sheet);
    this.inkFill = style.getPropertyValue('--ink-grain').trim() === '1' ? grainPattern(this.dry, style.color) : style.color;
    for (const stroke of this.ink.strokes) this.paint(this.dry, stroke, true);
  }

  /** Paints the last stroke as unfinished, once in the next frame however often it is asked for. */
  showWet(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.wet.clearRect(0, 0, this.wet.canvas.width, this.wet.canvas.height);
      const stroke = this.ink.strokes.at(-1);
      if (stroke) this.paint(this.wet, stroke, false);
    });
  }

  /** Moves the last stroke, now complete, from the wet canvas to the dry one. */
  dryStroke(): void {
    this.cancelFrame();
    this.wet.clearRect(0, 0, this.wet.canvas.width, this.wet.canvas.height);
    const stroke = this.ink.strokes.at(-1);
    if (stroke) this.paint(this.dry, stroke, true);
  }

  private cancelFrame(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private paint(target: CanvasRenderingContext2D, stroke: Point[], complete: boolean): void {
    const scale = this.scale * devicePixelRatio;
    const points = stroke.map(([x, y]) => [x * scale, y * scale] as const);
    target.fillStyle = this.inkFill;
    target.fill(inkPath(points, this.sheet.clientWidth * devicePixelRatio, complete));
  }
}

/**
 * The outline of a stroke.
 * @param points In the pixels of the canvas.
 * @param sheet The width of the sheet in these pixels, from which the pen has its width.
 * @param complete Whether the pen is up.
 */
export function inkPath(points: (readonly [x: number, y: number])[], sheet: number, complete: boolean): Path2D {
  const size = sheet * penWidth;
  return smoothPath(
    getStroke(taper(points, size, complete), {
      size,
      thinning: 0.45,
      smoothing: 0.65,
      streamline: 0.3,
      simulatePressure: false,
      // The line reaches the pen itself instead of ending one point before it.
      last: true,
    }),
  );
}

function context(sheet: HTMLElement, layer: string): CanvasRenderingContext2D {
  const canvas = required(
    sheet.querySelector<HTMLCanvasElement>(`canvas[data-pad="${layer}"]`),
    `The canvas "${layer}" of the drawing pad`,
  );
  return required(canvas.getContext('2d'), 'The 2D context of the canvas');
}

/** A curve through the midpoints of the outline's edges, with its corners as control points. */
function smoothPath(outline: number[][]): Path2D {
  const path = new Path2D();
  outline.forEach(([x = 0, y = 0], i) => {
    const [nextX = x, nextY = y] = outline[(i + 1) % outline.length] ?? [];
    if (i === 0) path.moveTo((x + nextX) / 2, (y + nextY) / 2);
    else path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  });
  return path;
}
