import { required } from '../required';

let context: OffscreenCanvasRenderingContext2D | undefined;

/** A canvas of one pixel that tells colours and the sizes of text. Made once: a picture asks it thousands of times. */
export function scratchContext(): OffscreenCanvasRenderingContext2D {
  context ??= required(new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }), 'The 2D context of the canvas');
  return context;
}
