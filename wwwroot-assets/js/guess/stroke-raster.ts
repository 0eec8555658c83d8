// Draws anti-aliased strokes of one width into 28 × 28 pixels, as StrokeRaster.cs does: the same operations on doubles in the same
// order, so that the bytes are the same. Only + - × ÷ and the square root are used, which every processor rounds alike.
export const side = 28;
export const imageLength = side * side;

export class StrokeRaster {
  private readonly squaredDistance = new Float64Array(imageLength).fill(Number.MAX_VALUE);
  private readonly reach: number;

  /** @param radius Half the stroke's width, in pixels. */
  constructor(radius: number) {
    this.reach = radius + 0.5;
  }

  clear(): void {
    this.squaredDistance.fill(Number.MAX_VALUE);
  }

  /** Draws a straight line with round ends; coordinates in pixels, pixel (0, 0) covering 0..1. May leave the image. */
  drawSegment(fromX: number, fromY: number, toX: number, toY: number): void {
    const deltaX = toX - fromX;
    const deltaY = toY - fromY;
    const squaredLength = deltaX * deltaX + deltaY * deltaY;
    const lastColumn = this.last(fromX, toX);
    const lastRow = this.last(fromY, toY);
    const firstColumn = this.first(fromX, toX);
    for (let row = this.first(fromY, toY); row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const x = column + 0.5 - fromX;
        const y = row + 0.5 - fromY;
        const along = squaredLength === 0 ? 0 : Math.min(Math.max((x * deltaX + y * deltaY) / squaredLength, 0), 1);
        const awayX = x - along * deltaX;
        const awayY = y - along * deltaY;
        const pixel = row * side + column;
        this.squaredDistance[pixel] = Math.min(this.squaredDistance[pixel] ?? 0, awayX * awayX + awayY * awayY);
      }
    }
  }

  /** The mean position of the coverage, in pixels; NaN where nothing is drawn. */
  centreOfMass(): [x: number, y: number] {
    let mass = 0;
    let x = 0;
    let y = 0;
    for (let i = 0; i < imageLength; i++) {
      const coverage = this.coverage(i);
      mass += coverage;
      x += coverage * ((i % side) + 0.5);
      y += coverage * (Math.trunc(i / side) + 0.5);
    }
    return [x / mass, y / mass];
  }

  /** 784 bytes, row by row. */
  toImage(): Uint8Array {
    return Uint8Array.from({ length: imageLength }, (_, i) => Math.trunc(this.coverage(i) * 255 + 0.5));
  }

  private coverage(pixel: number): number {
    const squared = this.squaredDistance[pixel] ?? 0;
    return squared >= this.reach * this.reach ? 0 : Math.min(this.reach - Math.sqrt(squared), 1);
  }

  /** The first row or column that a line between two coordinates can reach. */
  private first(from: number, to: number): number {
    return Math.max(Math.trunc(Math.min(from, to) - this.reach), 0);
  }

  private last(from: number, to: number): number {
    return Math.min(Math.trunc(Math.max(from, to) + this.reach), side - 1);
  }
}
