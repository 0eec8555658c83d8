// Drawing with mouse, finger and pen, with every sample that the device took, not only one per frame.
import type { InputKind } from './stroke';

/** What draws: a stroke is a down, moves and an up. x and y are CSS pixels of the sheet, times those of events, in milliseconds. */
export interface Pen {
  down(x: number, y: number, time: number, input: InputKind): void;
  move(x: number, y: number, time: number): void;
  up(): void;
}

/** The pointer that draws, and whether the device has a pen. */
export interface PressedPointer {
  readonly id: number | undefined;
  readonly penSeen: boolean;
}

export interface Pointers {
  pressed(): PressedPointer;
}

/** @param before What draws already, from the sheet whose place this one takes. */
export function listenForPointers(sheet: HTMLElement, pen: Pen, signal: AbortSignal, before?: PressedPointer): Pointers {
  let activePointer = before?.id;
  let penSeen = before?.penSeen ?? false;

  const sampleOf = (event: PointerEvent): [number, number, number] => {
    const box = sheet.getBoundingClientRect();
    return [event.clientX - box.left - sheet.clientLeft, event.clientY - box.top - sheet.clientTop, event.timeStamp];
  };

  sheet.addEventListener(
    'pointerdown',
    event => {
      penSeen ||= event.pointerType === 'pen';
      // Where a pen is in use a touch is the palm of the hand; a second finger never draws.
      if (activePointer !== undefined || event.button !== 0 || (penSeen && event.pointerType === 'touch')) return;
      activePointer = event.pointerId;
      sheet.setPointerCapture(event.pointerId);
      pen.down(...sampleOf(event), event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse');
    },
    { signal },
  );

  sheet.addEventListener(
    'pointermove',
    event => {
      if (event.pointerId !== activePointer) return;
      // Browsers have it only on pages that came over https or from this machine.
      const samples = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
      for (const sample of samples.length > 0 ? samples : [event]) pen.move(...sampleOf(sample));
    },
    { signal },
  );

  const end = (event: PointerEvent): void => {
    if (event.pointerId !== activePointer) return;
    activePointer = undefined;
    pen.up();
  };
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) sheet.addEventListener(name, end, { signal });
  // Otherwise a quick stroke counts as a swipe, and browsers ignore the tap that follows: the next one, on a button.
  sheet.addEventListener('touchstart', event => event.preventDefault(), { signal, passive: false });
  // A long press is a slow stroke: no menu opens.
  sheet.addEventListener('contextmenu', event => event.preventDefault(), { signal });

  if (activePointer !== undefined) capture(activePointer);
  return { pressed: () => ({ id: activePointer, penSeen }) };

  function capture(pointer: number): void {
    try {
      sheet.setPointerCapture(pointer);
    } catch {
      // It was lifted before this sheet could hear of it.
      activePointer = undefined;
      pen.up();
    }
  }
}
