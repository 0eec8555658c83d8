// When the page's connection is there, Blazor takes the rendered pad out of the page, and puts one of its own into the same place in
// the same task. What was drawn until then goes from the one to the other, with the stroke that the pen is drawing.
import type { Ink } from './ink';
import type { PressedPointer } from './pointer';

export interface LeftPad {
  readonly path: string;
  readonly ink: Ink;
  readonly drawing: boolean;
  readonly pressedEarly: string | undefined;
  readonly pointer: PressedPointer | undefined;
}

let left: LeftPad | undefined;

/** Keeps what a pad had for the one that comes in the same task. */
export function leave(pad: LeftPad): void {
  left = pad;
  setTimeout(() => {
    if (left === pad) left = undefined;
  });
}

/** @returns What the pad had that was on this page until now; undefined where there was none. */
export function takeOver(path: string): LeftPad | undefined {
  const before = left?.path === path ? left : undefined;
  left = undefined;
  return before;
}
