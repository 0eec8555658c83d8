// The scoreboard on a projector: <projector-stage> keeps the screen awake for as long as it is on the page, and
// <a data-full-screen> asks for the full screen when it is followed. Where a browser refuses either, the page works without.
class ProjectorStage extends HTMLElement {
  private lock: WakeLockSentinel | null = null;
  private readonly requestLock = () => {
    // The browser releases the lock whenever the page is hidden.
    if (document.visibilityState === 'visible') void this.keepAwake();
  };

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.requestLock);
    this.requestLock();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.requestLock);
    void this.lock?.release();
    this.lock = null;
    if (document.fullscreenElement) void document.exitFullscreen();
  }

  private async keepAwake(): Promise<void> {
    try {
      // Browsers have it only on pages that came over https or from this machine.
      if (!('wakeLock' in navigator)) return;
      const lock = await navigator.wakeLock.request('screen');
      if (this.isConnected) this.lock = lock;
      else void lock.release();
    } catch {
      // A low battery or the reader's settings forbid it: the screen turns off when it always does.
    }
  }
}

export function defineProjectorStage(): void {
  customElements.define('projector-stage', ProjectorStage);
}

export function listenForFullScreenLinks(): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a[data-full-screen]') : null;
    // A link that opens in a new tab or window leaves this page as it is.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // iPhones have it only for videos.
    if ('requestFullscreen' in Element.prototype) document.documentElement.requestFullscreen().catch(() => undefined);
  });
}
