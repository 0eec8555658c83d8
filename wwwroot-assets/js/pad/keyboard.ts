// Drawing with the keyboard: arrow keys move the pen, with Shift in finer steps; Space puts it down and lifts it.
import type { Pen } from './pointer';

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Length of a step, as a share of the sheet. */
const coarseStep = 1 / 24;
const fineStep = 1 / 96;
/** The pen stays far enough from the sheet's edge for half its width, so that no ink is cut off. */
const margin = 0.03;

export function listenForDrawingKeys(
  sheet: HTMLElement,
  cursor: HTMLElement,
  pen: Pen,
  announce: (text: string) => void,
  signal: AbortSignal,
): void {
  // Shares of the sheet's width and height: the pen keeps its place when the sheet is resized.
  let x = 0.5;
  let y = 0.25;
  let isDown = false;

  const showCursor = (): void => {
    cursor.style.left = `${x * 100}%`;
    cursor.style.top = `${y * 100}%`;
    cursor.dataset['pen'] = isDown ? 'down' : 'up';
  };
  const position = (): [number, number, number] => [x * sheet.clientWidth, y * sheet.clientHeight, performance.now()];
  const lift = (): void => {
    if (!isDown) return;
    isDown = false;
    pen.up();
    announce('Pen up');
    showCursor();
  };

  sheet.addEventListener(
    'keydown',
    event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = arrows[event.key];
      if (direction) {
        const step = event.shiftKey ? fineStep : coarseStep;
        x = Math.min(1 - margin, Math.max(margin, x + direction[0] * step));
        y = Math.min(1 - margin, Math.max(margin, y + direction[1] * step));
        if (isDown) pen.move(...position());
        sheet.dataset['keyboard'] = 'on';
        showCursor();
      } else if (event.key === ' ' && !event.repeat) {
        sheet.dataset['keyboard'] = 'on';
        if (isDown) {
          lift();
        } else {
          isDown = true;
          pen.down(...position(), 'keyboard');
          announce('Pen down');
          showCursor();
        }
      } else {
        // Enter, Escape and Ctrl+Z are about the whole drawing: the stroke ends first.
        if (event.key === 'Enter' || event.key === 'Escape') lift();
        return;
      }
      event.preventDefault();
    },
    { signal },
  );
  sheet.addEventListener('blur', lift, { signal });
  sheet.addEventListener(
    'pointerdown',
    () => {
      lift();
      delete sheet.dataset['keyboard'];
    },
    { signal },
  );
  showCursor();
}
