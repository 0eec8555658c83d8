// The scoreboard on a projector: <projector-stage> keeps the screen awake for as long as it is on the page, and
// <a data-full-screen> asks for the full screen when it is followed. Where a browser refuses either, the page works without.
import { closestTarget } from './closest-target';

class ProjectorStage extends HTMLElement {
  private lifetime = new AbortController();

  connectedCallback(): void {
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    // The browser releases a lock whenever the page is hidden.
    document.addEventListener('visibilitychange', () => void keepAwake(signal), { signal });
    void keepAwake(signal);
  }

  disconnectedCallback(): void {
    this.lifetime.abort();
    if (document.fullscreenElement) void document.exitFullscreen();
  }
}

/** Keeps the screen awake until the signal, or until the page is hidden. */
async function keepAwake(signal: AbortSignal): Promise<void> {
  // Browsers have it only on pages that came over https or from this machine.
  if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
  try {
    const lock = await navigator.wakeLock.request('screen');
    if (signal.aborted) await lock.release();
    else signal.addEventListener('abort', () => void lock.release());
  } catch {
    // A low battery or the reader's settings forbid it: the screen turns off when it always does.
  }
}

export function defineProjectorStage(): void {
  customElements.define('projector-stage', ProjectorStage);
}

export function listenForFullScreenLinks(): void {
  document.addEventListener('click', event => {
    // A link that opens in a new tab or window leaves this page as it is.
    if (!closestTarget(event, 'a[data-full-screen]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // iPhones have it only for videos.
    if ('requestFullscreen' in Element.prototype) document.documentElement.requestFullscreen().catch(() => undefined);
  });
}
