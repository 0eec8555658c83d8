// What a page asks the server to do. A command has one id for all its tries, so that it happens once however often it arrives; it is
// kept in the tab until the server has answered, and goes on after a reload.
import { backoff } from './backoff';
import { readProblem } from './problem';
import { randomId } from './random-id';

export interface Command {
  readonly id: string;
  readonly kind: string;
  readonly round: number;
  readonly [field: string]: unknown;
}

export type Outcome = { readonly taken: true } | { readonly taken: false; readonly detail: string };

/** How long one try may take, in milliseconds. */
const patience = 8_000;

export interface CommandOptions {
  /** The name in the session storage under which commands wait for their answers; null to forget them with the page. */
  readonly keepAs: string | null;
  /** Goes along with each command, such as the key of the screen. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export class Commands {
  /** By what they do: pressed twice, a button does the same once. */
  private readonly underway = new Map<string, Promise<Outcome>>();
  private readonly waiting = new Map<string, Command>();
  private readonly lifetime = new AbortController();

  constructor(
    private readonly address: string,
    private readonly options: CommandOptions,
  ) {}

  /** Sends what the page before this one was not answered to. */
  resume(): ReadonlyMap<string, Promise<Outcome>> {
    for (const [what, command] of this.readKept()) void this.begin(what, command);
    return this.underway;
  }

  /**
   * @param what Says what it does, such as "vote 2 ID": as long as one that does the same has no answer yet, it is that one.
   * @param fields What the command carries beside its id.
   */
  send(what: string, fields: { readonly kind: string; readonly round: number; readonly [field: string]: unknown }): Promise<Outcome> {
    return this.underway.get(what) ?? this.begin(what, { ...fields, id: randomId() });
  }

  /** Gives up what is underway. What is kept stays kept. */
  close(): void {
    this.lifetime.abort();
  }

  private begin(what: string, command: Command): Promise<Outcome> {
    this.waiting.set(what, command);
    this.keep();
    const outcome = this.deliver(command).finally(() => {
      this.underway.delete(what);
      if (this.lifetime.signal.aborted) return;
      this.waiting.delete(what);
      this.keep();
    });
    this.underway.set(what, outcome);
    return outcome;
  }

  private async deliver(command: Command): Promise<Outcome> {
    const { signal } = this.lifetime;
    for (let attempt = 1; !signal.aborted; attempt++) {
      const response = await this.post(command);
      if (response?.ok) return { taken: true };
      if (response && isFinal(response.status)) {
        const { detail } = await readProblem(response, 'The game did not take that. What it asks for now is on this page.');
        return { taken: false, detail };
      }
      await pause(backoff(attempt), signal);
    }
    return { taken: false, detail: '' };
  }

  /** @returns null where nobody answered. */
  private async post(command: Command): Promise<Response | null> {
    try {
      return await fetch(this.address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...command, ...this.options.extra }),
        signal: AbortSignal.any([this.lifetime.signal, AbortSignal.timeout(patience)]),
      });
    } catch {
      return null;
    }
  }

  private keep(): void {
    if (this.options.keepAs === null) return;
    try {
      if (this.waiting.size === 0) sessionStorage.removeItem(this.options.keepAs);
      else sessionStorage.setItem(this.options.keepAs, JSON.stringify([...this.waiting]));
    } catch {
      // Storage is full or forbidden: they only do not survive a reload.
    }
  }

  private readKept(): [string, Command][] {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.options.keepAs ?? '') ?? '[]');
      return Array.isArray(kept) ? (kept as unknown[]).filter(isKept) : [];
    } catch {
      return [];
    }
  }
}

/** Of what the server said no to, some is worth another try: it was busy, or had too much to do. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function isKept(value: unknown): value is [string, Command] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false;
  const command = (value[1] ?? {}) as Partial<Command>;
  return typeof command.id === 'string' && typeof command.kind === 'string' && typeof command.round === 'number';
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
