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

/** @param cursor Shows where the pen is while the sheet has data-keyboard. */
export function listenForDrawingKeys(sheet: HTMLElement, cursor: HTMLElement, pen: Pen, signal: AbortSignal): void {
  // Shares of the sheet's width and height: the pen keeps its place when the sheet is resized.
  let x = 0.5;
  let y = 0.25;
  let isDown = false;

  const showCursor = (): void => {
    cursor.style.left = `${x * 100}%`;
    cursor.style.top = `${y * 100}%`;
    cursor.dataset.pen = isDown ? 'down' : 'up';
  };
  const position = (): [number, number, number] => [x * sheet.clientWidth, y * sheet.clientHeight, performance.now()];
  const move = ([dx, dy]: readonly [number, number], step: number): void => {
    x = Math.min(1 - margin, Math.max(margin, x + dx * step));
    y = Math.min(1 - margin, Math.max(margin, y + dy * step));
    if (isDown) pen.move(...position());
  };
  const putDown = (): void => {
    isDown = true;
    pen.down(...position(), 'keyboard');
  };
  const lift = (): void => {
    if (!isDown) return;
    isDown = false;
    pen.up();
    showCursor();
  };

  sheet.addEventListener(
    'keydown',
    event => {
      if (isAboutDrawing(event)) lift();
      const direction = arrows[event.key];
      if (event.ctrlKey || event.metaKey || event.altKey || !(direction || event.key === ' ')) return;
      if (direction) move(direction, event.shiftKey ? fineStep : coarseStep);
      else if (!event.repeat && isDown) lift();
      else if (!event.repeat) putDown();
      sheet.dataset.keyboard = 'on';
      showCursor();
      event.preventDefault();
    },
    { signal },
  );
  sheet.addEventListener('blur', lift, { signal });
  sheet.addEventListener(
    'pointerdown',
    () => {
      lift();
      delete sheet.dataset.keyboard;
    },
    { signal },
  );
  showCursor();
}

/** Enter, Escape and Ctrl+Z guess, clear and undo: the stroke ends first, and the page's buttons do the rest. */
function isAboutDrawing(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.key === 'Escape' || ((event.ctrlKey || event.metaKey) && event.key.toUpperCase() === 'Z');
}
