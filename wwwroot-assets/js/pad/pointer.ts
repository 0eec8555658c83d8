// Mouse, finger and pen. Every sample that the device took counts, not only one a frame.
import type { InputKind } from './ink';

export interface Pen {
  down(x: number, y: number, time: number, input: InputKind): void;
  move(x: number, y: number, time: number): void;
  up(): void;
}

export function listenForPointers(sheet: HTMLElement, pen: Pen, signal: AbortSignal): void {
  let active: number | undefined;
  let penSeen = false;

  const at = (event: PointerEvent): [number, number, number] => {
    const box = sheet.getBoundingClientRect();
    return [event.clientX - box.left - sheet.clientLeft, event.clientY - box.top - sheet.clientTop, event.timeStamp];
  };

  sheet.addEventListener(
    'pointerdown',
    event => {
      penSeen ||= event.pointerType === 'pen';
      // With a pen at hand a touch is the ball of the hand; a second finger is never a stroke.
      if (active !== undefined || event.button !== 0 || (penSeen && event.pointerType === 'touch')) return;
      active = event.pointerId;
      sheet.setPointerCapture(event.pointerId);
      pen.down(...at(event), event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse');
    },
    { signal },
  );

  sheet.addEventListener(
    'pointermove',
    event => {
      if (event.pointerId !== active) return;
      const samples = event.getCoalescedEvents?.() ?? [];
      for (const sample of samples.length > 0 ? samples : [event]) pen.move(...at(sample));
    },
    { signal },
  );

  const end = (event: PointerEvent): void => {
    if (event.pointerId !== active) return;
    active = undefined;
    pen.up();
  };
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) sheet.addEventListener(name, end, { signal });
  // Otherwise a quick stroke counts as a swipe, and browsers swallow the tap that ends a swipe: the next one on a button.
  sheet.addEventListener('touchstart', event => event.preventDefault(), { signal, passive: false });
  // A long press is a slow stroke, not a wish for a menu.
  sheet.addEventListener('contextmenu', event => event.preventDefault(), { signal });
}
