/**
 * For listeners on the document, which survive Blazor's page changes.
 * @returns The nearest element that matches, from the event's target outwards; null where there is none.
 */
export function closestTarget(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}
