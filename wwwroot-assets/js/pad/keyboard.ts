// Drawing without a pointer: arrows move the pen, Space puts it down and lifts it.
import type { Pen } from './pointer';

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const coarse = 1 / 24;
const fine = 1 / 96;
/** The pen stays as far from the sheet's edge as half its width, so that no ink is cut off. */
const edge = 0.03;

export function listenForDrawingKeys(
  sheet: HTMLElement,
  cursor: HTMLElement,
  pen: Pen,
  say: (words: string) => void,
  signal: AbortSignal,
): void {
  // As parts of the sheet, so that the pen stays where it is when the sheet is resized.
  let x = 0.5;
  let y = 0.25;
  let isDown = false;

  const show = (): void => {
    cursor.style.left = `${x * 100}%`;
    cursor.style.top = `${y * 100}%`;
    cursor.dataset['pen'] = isDown ? 'down' : 'up';
  };
  const point = (): [number, number, number] => [x * sheet.clientWidth, y * sheet.clientHeight, performance.now()];
  const lift = (): void => {
    if (!isDown) return;
    isDown = false;
    pen.up();
    say('Pen up');
    show();
  };

  sheet.addEventListener(
    'keydown',
    event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = arrows[event.key];
      if (direction) {
        const step = event.shiftKey ? fine : coarse;
        x = Math.min(1 - edge, Math.max(edge, x + direction[0] * step));
        y = Math.min(1 - edge, Math.max(edge, y + direction[1] * step));
        if (isDown) pen.move(...point());
        sheet.dataset['keyboard'] = 'on';
        show();
      } else if (event.key === ' ' && !event.repeat) {
        sheet.dataset['keyboard'] = 'on';
        if (isDown) {
          lift();
        } else {
          isDown = true;
          pen.down(...point(), 'keyboard');
          say('Pen down');
          show();
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
  show();
}
