// When a page may load some megabytes: after the first stroke, or when nobody has touched it for a while. Never while it is loading.

/** How long nobody has touched the page, in milliseconds. */
const idleTime = 3_000;

/**
 * Calls once.
 * @param sheet Where the player draws.
 */
export function whenIdle(sheet: HTMLElement, call: () => void): void {
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
  sheet.addEventListener('pointerup', () => setTimeout(begin), { signal, capture: true });
  sheet.addEventListener('keyup', event => (event.key === ' ' ? setTimeout(begin) : undefined), { signal, capture: true });
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { signal });
}
