// The drawing pad as DrawingPad.razor renders it, for each test anew, and a server that keeps what it is sent.
import { afterEach, beforeEach, vi } from 'vitest';
import { attach } from '../js/drawing-pad';
import type { Ink } from '../js/pad/ink';

type Sent = [method: string, strokes: Ink['strokes'], inputs: Ink['inputs']];

/** What the server was sent, in its order. */
export const sent: Sent[] = [];
const pads: { dispose(): void }[] = [];

beforeEach(() => {
  document.body.innerHTML = `
    <div id="pad" data-blank>
      <div data-pad="sheet" tabindex="0" style="position: relative; width: 240px; height: 240px">
        <canvas data-pad="dry"></canvas><canvas data-pad="wet"></canvas><span data-pad="cursor"></span>
      </div>
      <p data-pad="note"></p><button data-pad="undo"></button><button data-pad="clear"></button>
    </div>`;
  sent.length = pads.length = 0;
});

afterEach(() => {
  pads.forEach(pad => pad.dispose());
  sessionStorage.clear();
  vi.restoreAllMocks();
});

export const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-pad="${name}"]`)!;
export const root = (): HTMLElement => document.getElementById('pad')!;

/** @param answer The server's to each message. */
export function open(answer = (): Promise<void> => Promise.resolve()): ReturnType<typeof attach> {
  const pad = attach(root(), {
    invokeMethodAsync(...message): Promise<void> {
      sent.push(structuredClone(message));
      return answer();
    },
  });
  pads.push(pad);
  return pad;
}

export function press(...keys: string[]): void {
  for (const key of keys) part('sheet').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

export const drawStroke = (): void => press(' ', 'ArrowRight', 'ArrowDown', ' ');
