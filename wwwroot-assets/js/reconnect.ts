// Blazor's script shows the state of the connection by a class on the overlay: -show, -failed, -rejected, -hide. "Failed" and
// "rejected" mean that the server no longer knows this page: it is loaded again as soon as the server answers, and takes the
// drawing and the score out of the browser's storage. See Reconnect.razor.

const second = 1000;

export const reconnectionOptions = {
  maxRetries: 10_000,
  retryIntervalMilliseconds: (attempt: number): number => Math.min(200 * 2 ** attempt, 3 * second),
  dialogId: 'components-reconnect-modal',
};

/** Dispatches "reconnected" on the document when the connection is back. */
export function watchConnection(): void {
  const overlay = document.getElementById(reconnectionOptions.dialogId);
  if (!overlay) return;
  const hasState = (state: string): boolean => overlay.classList.contains(`components-reconnect-${state}`);
  let reload: Promise<void> | undefined;
  const reloadOnce = (): Promise<void> => (reload ??= reloadWhenServerAnswers());

  overlay.querySelector('button')?.addEventListener('click', () => void retry(reloadOnce));
  new MutationObserver(() => {
    if (hasState('rejected') || hasState('failed')) void reloadOnce();
    if (hasState('hide')) document.dispatchEvent(new Event('reconnected'));
  }).observe(overlay, { attributeFilter: ['class'] });
}

async function retry(reload: () => Promise<void>): Promise<void> {
  try {
    if (!(await Blazor.reconnect())) await reload();
  } catch {
    // Still out of reach: the overlay stays, and Blazor goes on trying.
  }
}

async function reloadWhenServerAnswers(): Promise<void> {
  while (!(await serverAnswers())) await new Promise(resolve => setTimeout(resolve, 2 * second));
  location.reload();
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(5 * second) })).ok;
  } catch {
    return false;
  }
}
