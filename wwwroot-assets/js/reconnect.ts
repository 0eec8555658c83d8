// Blazor's script shows the state of the connection by a class on the overlay: -show, -failed, -rejected, -hide. "Failed" and
// "rejected" mean that the server no longer knows this page: it is loaded again as soon as the server answers, and takes the
// drawing and the score out of the browser's storage. See Reconnect.razor.

declare const Blazor: { reconnect(): Promise<boolean> };

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
  overlay.querySelector('button')?.addEventListener('click', () => void retry());
  new MutationObserver(() => {
    if (hasState(overlay, 'rejected') || hasState(overlay, 'failed')) void reloadWhenServerAnswers();
    if (hasState(overlay, 'hide')) document.dispatchEvent(new Event('reconnected'));
  }).observe(overlay, { attributeFilter: ['class'] });
}

function hasState(overlay: HTMLElement, state: string): boolean {
  return overlay.classList.contains(`components-reconnect-${state}`);
}

async function retry(): Promise<void> {
  try {
    if (!(await Blazor.reconnect())) await reloadWhenServerAnswers();
  } catch {
    // Still out of reach: the overlay stays, and Blazor goes on trying.
  }
}

let waiting = false;

async function reloadWhenServerAnswers(): Promise<void> {
  if (waiting) return;
  waiting = true;
  while (!(await serverAnswers())) await new Promise(resolve => setTimeout(resolve, 2 * second));
  location.reload();
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch(location.href, { method: 'GET', cache: 'no-store', signal: AbortSignal.timeout(5 * second) })).ok;
  } catch {
    return false;
  }
}
