// The drawing on a sheet: its strokes, what they were drawn with, and how much fits.
import { readSavedInk, writeSavedInk } from './saved-ink';
import type { InputKind, Point } from './stroke';

const maxPoints = 20_000;
const maxStrokes = 500;

export class Ink {
  strokes: Point[][] = [];
  /** What each stroke was drawn with. */
  inputs: InputKind[] = [];
  /** Width of the sheet in CSS pixels when the drawing began; on a sheet of another width the drawing is scaled. */
  unit = 0;
  /** The drawing has had its guess: the next stroke begins a new one. */
  finished = false;
  private startTime = 0;
  private pointCount = 0;

  get isBlank(): boolean {
    return this.strokes.length === 0;
  }

  get isFull(): boolean {
    return this.strokes.length >= maxStrokes || this.pointCount >= maxPoints;
  }

  /**
   * @param sheetWidth In CSS pixels.
   * @returns false where the drawing holds no more strokes.
   */
  beginStroke(sheetWidth: number, input: InputKind): boolean {
    if (this.isBlank) this.unit = sheetWidth;
    if (this.isFull) return false;
    this.strokes.push([]);
    this.inputs.push(input);
    return true;
  }

  /**
   * Adds a point to the last stroke; one at the same place as the point before is left out.
   * @param time In milliseconds, as of events and performance.now().
   * @returns false where the drawing holds no more points.
   */
  add(x: number, y: number, time: number): boolean {
    const stroke = this.strokes.at(-1);
    if (!stroke || this.pointCount >= maxPoints) return false;
    if (this.pointCount === 0) this.startTime = time;
    const last = stroke.at(-1);
    const point: Point = [toHundredth(x), toHundredth(y), Math.max(0, Math.round(time - this.startTime))];
    if (last?.[0] === point[0] && last[1] === point[1]) return true;
    stroke.push(point);
    this.pointCount++;
    return true;
  }

  /** Takes the last stroke away. */
  undo(): void {
    this.finished = false;
    this.pointCount -= this.strokes.pop()?.length ?? 0;
    this.inputs.pop();
  }

  clear(): void {
    this.strokes = [];
    this.inputs = [];
    this.pointCount = 0;
    this.finished = false;
  }

  /** Keeps the drawing for this page until the browser's tab is closed. */
  save(): void {
    const { unit, strokes, inputs, finished } = this;
    writeSavedInk(this.isBlank ? null : { unit, strokes, inputs, finished });
  }

  /** The drawing stays, but is no longer kept. */
  forget(): void {
    writeSavedInk(null);
  }

  /** Takes the drawing that this page has kept, if there is one. */
  restore(): void {
    const saved = readSavedInk();
    if (!saved) return;
    this.unit = saved.unit;
    this.strokes = saved.strokes;
    this.inputs = saved.inputs;
    this.finished = saved.finished === true;
    this.pointCount = saved.strokes.reduce((sum, stroke) => sum + stroke.length, 0);
    // Times go on after the last one, so that they never run backwards over a reload.
    this.startTime = performance.now() - (saved.strokes.at(-1)?.at(-1)?.[2] ?? 0);
  }
}

function toHundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
