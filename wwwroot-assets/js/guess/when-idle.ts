// When a page may load some megabytes: after the first stroke, or when nobody has touched it for a while. Never while it is loading.
import { closestTarget } from '../closest-target';

/** How long nobody has touched the page, in milliseconds. */
const idleTime = 3_000;

/** Calls once. */
export function whenIdle(call: () => void): void {
  const listening = new AbortController();
  const { signal } = listening;
  let timer = 0;
  const begin = (): void => {
    if (signal.aborted) return;
    listening.abort();
    clearTimeout(timer);
    call();
  };
  const wait = (): void => {
    clearTimeout(timer);
    if (!signal.aborted) timer = window.setTimeout(begin, idleTime);
  };
  // In the capture phase: the pad keeps its events.
  for (const name of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
    document.addEventListener(name, wait, { signal, capture: true, passive: true });
  }
  const endStroke = (event: Event): void => {
    const isStroke = event instanceof KeyboardEvent ? event.key === ' ' : true;
    if (isStroke && closestTarget(event, '[data-pad="sheet"]')) setTimeout(begin);
  };
  for (const name of ['pointerup', 'keyup']) document.addEventListener(name, endStroke, { signal, capture: true });
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { signal });
}
