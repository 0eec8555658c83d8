// Blazor's script says how the connection is by a class on the overlay: -show, -failed, -rejected, -hide.
// "Rejected" and "failed" mean that the server no longer knows this page: then only a fresh page helps, and the
// drawing and the score come back from the browser's own storage.

declare const Blazor: { reconnect(): Promise<boolean> };

const seconds = 1000;

export const reconnectionOptions = {
  maxRetries: 10_000,
  retryIntervalMilliseconds: (attempt: number) => Math.min(200 * 2 ** attempt, 3 * seconds),
  dialogId: 'components-reconnect-modal',
};

export function watchConnection(): void {
  const overlay = document.getElementById(reconnectionOptions.dialogId);
  if (!overlay) return;
  overlay.querySelector('button')?.addEventListener('click', () => void retry());
  new MutationObserver(() => {
    if (is(overlay, 'rejected') || is(overlay, 'failed')) void reloadWhenTheServerAnswers();
    if (is(overlay, 'hide')) document.dispatchEvent(new Event('reconnected'));
  }).observe(overlay, { attributeFilter: ['class'] });
}

function is(overlay: HTMLElement, state: string): boolean {
  return overlay.classList.contains(`components-reconnect-${state}`);
}

async function retry(): Promise<void> {
  try {
    if (!(await Blazor.reconnect())) await reloadWhenTheServerAnswers();
  } catch {
    // Still unreachable: the overlay stays, and the attempts in the background go on.
  }
}

let waiting = false;

async function reloadWhenTheServerAnswers(): Promise<void> {
  if (waiting) return;
  waiting = true;
  while (!(await answers())) await new Promise(resolve => setTimeout(resolve, 2 * seconds));
  location.reload();
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch(location.href, { method: 'GET', cache: 'no-store', signal: AbortSignal.timeout(5 * seconds) })).ok;
  } catch {
    return false;
  }
}
