// Ink on the sheet: dry strokes on one canvas, the stroke under the pen on another, both in device pixels.
import { getStroke } from 'perfect-freehand';
import { chalk } from './chalk';
import type { Ink, Point } from './ink';
import { taper } from './taper';

/** Width of the pen as a part of the sheet's. */
const penWidth = 0.054;

export class Painter {
  private readonly dry: CanvasRenderingContext2D;
  private readonly wet: CanvasRenderingContext2D;
  private pending = 0;
  private fill: string | CanvasPattern = '';

  constructor(
    private readonly sheet: HTMLElement,
    private readonly ink: Ink,
  ) {
    this.dry = context(sheet, 'dry');
    this.wet = context(sheet, 'wet');
  }

  /** From the ink's own units to the sheet's CSS pixels. */
  get scale(): number {
    return this.ink.unit > 0 ? this.sheet.clientWidth / this.ink.unit : 1;
  }

  repaint(): void {
    // Only the next move shows a wet stroke: the one that was waiting may have been undone.
    this.dropFrame();
    const ratio = window.devicePixelRatio || 1;
    for (const { canvas } of [this.dry, this.wet]) {
      canvas.width = Math.round(this.sheet.clientWidth * ratio);
      canvas.height = Math.round(this.sheet.clientHeight * ratio);
    }
    const style = getComputedStyle(this.sheet);
    this.fill = style.getPropertyValue('--chalk').trim() === '1' ? chalk(this.dry, style.color) : style.color;
    for (const stroke of this.ink.strokes) this.paint(this.dry, stroke, true);
  }

  /** Shows the stroke under the pen with the next frame. */
  showWet(): void {
    this.pending ||= requestAnimationFrame(() => {
      this.pending = 0;
      this.wet.clearRect(0, 0, this.wet.canvas.width, this.wet.canvas.height);
      const stroke = this.ink.strokes.at(-1);
      if (stroke) this.paint(this.wet, stroke, false);
    });
  }

  dryStroke(): void {
    this.dropFrame();
    this.wet.clearRect(0, 0, this.wet.canvas.width, this.wet.canvas.height);
    const stroke = this.ink.strokes.at(-1);
    if (stroke) this.paint(this.dry, stroke, true);
  }

  private dropFrame(): void {
    cancelAnimationFrame(this.pending);
    this.pending = 0;
  }

  private paint(target: CanvasRenderingContext2D, stroke: Point[], complete: boolean): void {
    const scale = this.scale * (window.devicePixelRatio || 1);
    const size = this.sheet.clientWidth * (window.devicePixelRatio || 1) * penWidth;
    const points = stroke.map(([x, y]) => [x * scale, y * scale] as const);
    const outline = getStroke(taper(points, size, complete), {
      size,
      thinning: 0.45,
      smoothing: 0.65,
      streamline: 0.3,
      simulatePressure: false,
      // The line reaches the pen itself, not only the point before.
      last: true,
    });
    target.fillStyle = this.fill;
    target.fill(smooth(outline));
  }
}

function context(sheet: HTMLElement, layer: string): CanvasRenderingContext2D {
  return sheet.querySelector<HTMLCanvasElement>(`canvas[data-pad="${layer}"]`)!.getContext('2d')!;
}

/** A closed curve through the middles of the outline's edges. */
function smooth(outline: number[][]): Path2D {
  const path = new Path2D();
  outline.forEach(([x = 0, y = 0], i) => {
    const [nextX = x, nextY = y] = outline[(i + 1) % outline.length] ?? [];
    if (i === 0) path.moveTo((x + nextX) / 2, (y + nextY) / 2);
    else path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  });
  path.closePath();
  return path;
}
