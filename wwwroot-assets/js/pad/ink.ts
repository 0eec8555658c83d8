// The drawing as strokes of points [x, y, t]: x and y in CSS pixels of the sheet on which it was begun, t in ms since its first point.

export type Point = readonly [x: number, y: number, t: number];
export type InputKind = 'mouse' | 'touch' | 'pen' | 'keyboard';

const maxPoints = 20_000;
const maxStrokes = 500;
// Each page keeps a drawing of its own: what was drawn on one answers nothing that another asks.
const storageKey = (): string => 'game-night.ink' + location.pathname;

export class Ink {
  strokes: Point[][] = [];
  /** What each stroke was drawn with. */
  inputs: InputKind[] = [];
  /** Width of the sheet in CSS pixels when the drawing began; on a sheet of another width the drawing is scaled. */
  unit = 0;
  private startTime = 0;
  private pointCount = 0;

  get isBlank(): boolean {
    return this.strokes.length === 0;
  }

  get isFull(): boolean {
    return this.strokes.length >= maxStrokes || this.pointCount >= maxPoints;
  }

  /** @returns false where the drawing holds no more strokes. */
  beginStroke(sheetWidth: number, input: InputKind): boolean {
    if (this.isBlank) {
      this.unit = sheetWidth;
      this.pointCount = 0;
    }
    if (this.isFull) return false;
    this.strokes.push([]);
    this.inputs.push(input);
    return true;
  }

  /** @returns false where the drawing holds no more points. */
  add(x: number, y: number, time: number): boolean {
    const stroke = this.strokes.at(-1);
    if (!stroke || this.pointCount >= maxPoints) return false;
    if (this.pointCount === 0) this.startTime = time;
    const last = stroke.at(-1);
    const point: Point = [toHundredth(x), toHundredth(y), Math.max(0, Math.round(time - this.startTime))];
    if (last && last[0] === point[0] && last[1] === point[1]) return true;
    stroke.push(point);
    this.pointCount++;
    return true;
  }

  undo(): void {
    this.pointCount -= this.strokes.pop()?.length ?? 0;
    this.inputs.pop();
  }

  clear(): void {
    this.strokes = [];
    this.inputs = [];
    this.pointCount = 0;
  }

  save(): void {
    try {
      if (this.isBlank) sessionStorage.removeItem(storageKey());
      else sessionStorage.setItem(storageKey(), JSON.stringify({ unit: this.unit, strokes: this.strokes, inputs: this.inputs }));
    } catch {
      // Storage is full or forbidden: the drawing stays on this page and only does not survive a reload.
    }
  }

  restore(): void {
    try {
      const saved = JSON.parse(sessionStorage.getItem(storageKey()) ?? 'null') as Pick<Ink, 'unit' | 'strokes' | 'inputs'> | null;
      if (!saved || !(saved.unit > 0)) return;
      this.unit = saved.unit;
      this.strokes = saved.strokes;
      this.inputs = saved.inputs ?? [];
      this.pointCount = saved.strokes.reduce((sum, stroke) => sum + stroke.length, 0);
      // Times go on after the last one, so that they never run backwards over a reload.
      this.startTime = performance.now() - (saved.strokes.at(-1)?.at(-1)?.[2] ?? 0);
    } catch {
      this.clear();
    }
  }
}

function toHundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
