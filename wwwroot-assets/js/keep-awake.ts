/** Keeps the screen awake until the signal, or until the page is hidden. Where a browser refuses, the page works without. */
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

/** Keeps the screen awake whenever the page is seen, until the signal. The browser releases a lock whenever the page is hidden. */
export function stayAwake(signal: AbortSignal): void {
  document.addEventListener('visibilitychange', () => void keepAwake(signal), { signal });
  void keepAwake(signal);
}
