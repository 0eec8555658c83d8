// The stream of snapshots. A phone that slept, changed its network or went out of range comes back by itself: a stream that is silent
// for 15 s is dead, whatever it says of itself, and what wakes the page opens a new one at once.
import { backoff } from './backoff';
import { readProblem, type Refusal } from './problem';
import { readSnapshot, type Snapshot } from './snapshot';

/** The server repeats the snapshot every 10 s. */
export const silence = 15_000;

export type ConnectionState =
  | { readonly kind: 'connecting' | 'open' | 'lost' | 'replaced' }
  | { readonly kind: 'ended'; readonly reason: string }
  | ({ readonly kind: 'refused' } & Refusal);

export interface Listener {
  onSnapshot(snapshot: Snapshot): void;
  onState(state: ConnectionState): void;
}

export class Connection {
  private source: EventSource | null = null;
  private lifetime: AbortController | null = null;
  private watchdog = 0;
  private retry = 0;
  private failures = 0;
  private opened = 0;

  constructor(
    private readonly address: string,
    private readonly listener: Listener,
  ) {}

  /** Opens the stream, and keeps it open until `close`, or until the server says that it is over. */
  open(): void {
    this.close();
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    const wake = (): void => {
      if (document.visibilityState === 'visible') this.reopen();
    };
    document.addEventListener('visibilitychange', wake, { signal });
    // It also ends the loading of a page, whose stream is as new as that.
    addEventListener('pageshow', event => (event.persisted ? wake() : undefined), { signal });
    addEventListener('online', wake, { signal });
    addEventListener('pagehide', () => this.drop(), { signal });
    this.failures = 0;
    this.listener.onState({ kind: 'connecting' });
    this.connect();
  }

  close(): void {
    this.lifetime?.abort();
    this.lifetime = null;
    this.drop();
  }

  private reopen(): void {
    this.failures = 0;
    this.connect();
  }

  private connect(): void {
    this.drop();
    this.opened = Math.max(this.opened + 1, Date.now());
    const source = new EventSource(this.latest);
    this.source = source;
    this.watch();
    const heard = (take: (data: string) => void) => (event: MessageEvent<string>) => {
      if (this.source === source) take(event.data);
      else source.close();
    };
    source.addEventListener(
      'message',
      heard(data => this.onMessage(data)),
    );
    source.addEventListener(
      'replaced',
      heard(() => this.finish({ kind: 'replaced' })),
    );
    source.addEventListener(
      'ended',
      heard(data => this.finish({ kind: 'ended', reason: readReason(data) })),
    );
    source.addEventListener('error', () => {
      if (this.source === source) void this.onError();
      // WebKit revives a closed stream when the page comes back from its cache, and it would take the seat from the new one.
      else source.close();
    });
  }

  private onMessage(data: string): void {
    this.failures = 0;
    this.watch();
    const snapshot = readSnapshot(data);
    if (!snapshot) return;
    this.listener.onState({ kind: 'open' });
    this.listener.onSnapshot(snapshot);
  }

  private async onError(): Promise<void> {
    this.drop();
    const { lifetime } = this;
    if (!lifetime) return;
    this.listener.onState({ kind: 'lost' });
    const refusal = await this.findRefusal(lifetime.signal);
    // Meanwhile something may have woken the page, or closed the stream for good.
    if (lifetime !== this.lifetime || this.source !== null) return;
    if (refusal) this.finish({ kind: 'refused', ...refusal });
    else this.retry = window.setTimeout(() => this.connect(), backoff(++this.failures));
  }

  /** A stream does not say why it was refused: the same address, fetched, does. */
  private async findRefusal(signal: AbortSignal): Promise<Refusal | null> {
    const once = new AbortController();
    try {
      const response = await fetch(this.latest, {
        cache: 'no-store',
        headers: { accept: 'text/event-stream' },
        signal: AbortSignal.any([signal, once.signal, AbortSignal.timeout(5_000)]),
      });
      const isRefusal = response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429;
      return isRefusal ? await readProblem(response, '') : null;
    } catch {
      // Out of reach: the next try says more.
      return null;
    } finally {
      // What is fetched is a stream without an end.
      once.abort();
    }
  }

  /** Requests of a page that is loaded again may overtake each other: the game goes by when they were made. */
  private get latest(): string {
    return `${this.address}${this.address.includes('?') ? '&' : '?'}opened=${this.opened}`;
  }

  private watch(): void {
    clearTimeout(this.watchdog);
    this.watchdog = window.setTimeout(() => {
      this.listener.onState({ kind: 'lost' });
      this.connect();
    }, silence);
  }

  private finish(state: ConnectionState): void {
    this.close();
    this.listener.onState(state);
  }

  private drop(): void {
    clearTimeout(this.watchdog);
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }
}

function readReason(data: string): string {
  try {
    const { reason } = JSON.parse(data) as { reason?: unknown };
    return typeof reason === 'string' ? reason : '';
  } catch {
    return '';
  }
}
