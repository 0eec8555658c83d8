// What is seen on a canvas, in its own pixels.

/** The box around all ink; null where there is none. */
export function inkBox(canvas: HTMLCanvasElement): { left: number; top: number; right: number; bottom: number } | null {
  const { data, width, height } = read(canvas, 0, 0, canvas.width, canvas.height);
  const box = { left: width, top: height, right: -1, bottom: -1 };
  for (let i = 0; i < width * height; i++) {
    if ((data[4 * i + 3] ?? 0) <= 127) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x);
    box.bottom = Math.max(box.bottom, y);
  }
  return box.right < 0 ? null : box;
}

/** How many pixels of a column have ink. */
export function thickness(canvas: HTMLCanvasElement, x: number): number {
  return read(canvas, x, 0, 1, canvas.height).data.filter((value, i) => i % 4 === 3 && value > 127).length;
}

/** Red, green, blue and opacity. */
export function pixel(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  return [...read(canvas, x, y, 1, 1).data];
}

function read(canvas: HTMLCanvasElement, x: number, y: number, width: number, height: number): ImageData {
  return canvas.getContext('2d')!.getImageData(x, y, width, height);
}
