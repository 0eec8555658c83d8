// What a pad tells its page when the ink on it has changed, whether the server hears of it at once or not.
import type { Ink } from './ink';

/** All strokes. A page that guesses at them by itself prevents the default, which is that the server gets them at once. */
export type InkEvent = CustomEvent<Ink['strokes']>;

declare global {
  interface DocumentEventMap {
    ink: InkEvent;
  }
}

/** @returns Whether the page guesses by itself. */
export function tellPage(pad: HTMLElement, strokes: Ink['strokes']): boolean {
  const event: InkEvent = new CustomEvent('ink', { detail: strokes, bubbles: true, cancelable: true });
  return !pad.dispatchEvent(event);
}
