// The drawing pad as DrawingPad.razor renders it, for each test anew, and a server that keeps what it is sent.
import { afterEach, beforeEach, vi } from 'vitest';
import { attach, type DrawingPadElement } from '../js/drawing-pad';
import type { Ink } from '../js/pad/ink';
import { inkBox } from './pad/pixels';

type Sent = [method: string, strokes: Ink['strokes'], inputs: Ink['inputs']];

/** What the server was sent, in its order. */
export const sent: Sent[] = [];

const page = `
    <drawing-pad id="pad" data-blank>
      <div data-pad="sheet" tabindex="0" style="position: relative; width: 240px; height: 240px">
        <canvas data-pad="dry"></canvas><canvas data-pad="wet"></canvas><span data-pad="cursor"></span>
      </div>
      <p data-pad="note"></p><button data-pad="undo"></button><button data-pad="clear"></button>
      <button id="guess" data-hotkey="Enter"></button>
    </drawing-pad>`;

/** Puts the page into the place of the one before in the same task, as Blazor does when the connection is there. */
export function replace(): void {
  document.body.innerHTML = page;
}

/**
 * Loads the page again: nothing is left of the one before, but what the browser's storage has.
 * @param fleeting Whether the new page keeps nothing of what is drawn.
 */
export async function reload(fleeting = false): Promise<void> {
  document.body.innerHTML = '';
  await new Promise(resolve => setTimeout(resolve));
  document.body.innerHTML = fleeting ? page.replace('data-blank', 'data-blank data-fleeting') : page;
  // The pad opens by itself.
  await Promise.resolve();
}

beforeEach(async () => {
  await reload();
  sent.length = 0;
});

afterEach(() => {
  document.body.innerHTML = '';
  sessionStorage.clear();
  vi.restoreAllMocks();
});

export const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-pad="${name}"]`)!;
export const root = (): DrawingPadElement => document.querySelector('drawing-pad')!;

/** @param answer The server's to each message. */
export function open(answer = (): Promise<void> => Promise.resolve()): ReturnType<typeof attach> {
  return attach(root(), {
    invokeMethodAsync(...message): Promise<void> {
      sent.push(structuredClone(message));
      return answer();
    },
  });
}

export function press(...keys: string[]): void {
  for (const key of keys) part('sheet').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Whether there is ink on the dry canvas. */
export function inkIsSeen(): boolean {
  return inkBox(part('dry') as HTMLCanvasElement) !== null;
}

/** Comes back when the browser has told all observers of sizes. */
export const sizesObserved = (): Promise<void> => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));

/** A pointer event of a mouse; a browser captures only pointers of real devices. */
export function point(type: string, x: number, y: number): void {
  part('sheet').setPointerCapture = () => undefined;
  const box = part('sheet').getBoundingClientRect();
  const place = { clientX: box.left + x, clientY: box.top + y };
  part('sheet').dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', ...place }));
}

export const drawStroke = (): void => press(' ', 'ArrowRight', 'ArrowDown', ' ');
