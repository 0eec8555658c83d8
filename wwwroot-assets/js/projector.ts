// The scoreboard on the wall: <projector-stage> keeps the screen awake for as long as it is on the page, and
// <a data-full-screen> asks for the whole screen on the way to it. Where a browser does neither, it works without.
class ProjectorStage extends HTMLElement {
  private lock: WakeLockSentinel | null = null;
  private readonly stayAwake = () => {
    // A browser lets go of it whenever the page is out of sight.
    if (document.visibilityState === 'visible') void this.wake();
  };

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.stayAwake);
    this.stayAwake();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.stayAwake);
    void this.lock?.release();
    this.lock = null;
    if (document.fullscreenElement) void document.exitFullscreen();
  }

  private async wake(): Promise<void> {
    try {
      const lock = await navigator.wakeLock?.request('screen');
      if (this.isConnected) this.lock = lock ?? null;
      else void lock?.release();
    } catch {
      // An empty battery, or somebody who forbids it: the screen goes dark when it always does.
    }
  }
}

export function offerProjector(): void {
  customElements.define('projector-stage', ProjectorStage);
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a[data-full-screen]') : null;
    // A new tab is not where this page is.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    document.documentElement.requestFullscreen?.().catch(() => undefined);
  });
}
