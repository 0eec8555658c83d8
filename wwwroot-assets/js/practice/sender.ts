// Sends the plays that wait, oldest first and one at a time, until the game has each: what is sent twice counts once there.
import type { Play } from './play';
import type { Plays } from './plays';

/** How long the game may take for an answer, in milliseconds. */
const timeout = 20_000;
const shortestWait = 2_000;
const longestWait = 60_000;
/** The longest that a game may ask for. */
const longestAsked = 600_000;

export type SenderState = 'idle' | 'sending' | 'waiting';

type Outcome = 'done' | { readonly refusal: string } | { readonly wait: number | null };

export interface Surroundings {
  readonly fetch: typeof fetch;
  /** Milliseconds, by this browser's clock. */
  readonly now: () => number;
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export class Sender {
  state: SenderState = 'idle';
  private on = false;
  private isRunning = false;
  private failures = 0;
  private pause = new AbortController();

  /** @param changed Called when something was sent or refused, or the state has changed. */
  constructor(
    private readonly plays: Plays,
    private readonly changed: () => void,
    private readonly around: Surroundings = { fetch: (...call) => fetch(...call), now: Date.now, pause },
  ) {}

  /** Whether the player wants it. */
  switch(on: boolean): void {
    this.on = on;
    this.wake();
  }

  /** There is something to send, or the game may be back: no waiting. What the game itself asked to wait is waited. */
  wake(): void {
    this.pause.abort();
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    for (let play = await this.next(); play; play = await this.next()) {
      this.tell('sending');
      const outcome = await this.send(play);
      if (outcome === 'done') {
        this.failures = 0;
        await this.settle(play, null);
      } else if ('refusal' in outcome) {
        await this.settle(play, outcome.refusal);
      } else {
        this.tell('waiting');
        await this.waitFor(outcome.wait);
      }
    }
    this.isRunning = false;
    this.tell('idle');
  }

  private async next(): Promise<Play | undefined> {
    return this.on ? (await this.plays.all()).find(play => play.over && play.refusal === undefined) : undefined;
  }

  /** The player may have answered while it was under way: then it goes once more, with the answer. */
  private async settle(play: Play, refusal: string | null): Promise<void> {
    const now = (await this.plays.all()).find(other => other.id === play.id);
    if (now?.label === play.label && now.notADigit === play.notADigit) {
      await (refusal === null ? this.plays.remove(play.id) : this.plays.put({ ...now, refusal }));
    }
    this.changed();
  }

  private async send(play: Play): Promise<Outcome> {
    const { id, drawnAt, algorithm, strokes, input, label, notADigit } = play;
    const age = Math.max(0, this.around.now() - drawnAt);
    try {
      const answer = await this.around.fetch(`/api/observations/${id}`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ algorithm, strokes, input, label, notADigit, age }),
        signal: AbortSignal.timeout(timeout),
      });
      return await read(answer, id);
    } catch (reason) {
      console.debug('A play did not reach the game; it stays here.', reason);
      return { wait: null };
    }
  }

  /** @param asked Milliseconds that the game asked for; null where it said nothing. */
  private async waitFor(asked: number | null): Promise<void> {
    if (asked !== null) {
      await this.around.pause(Math.min(asked, longestAsked), new AbortController().signal);
      return;
    }
    this.pause = new AbortController();
    // Up to half of it is chance, so that a room full of phones does not come back all at once.
    const wait = Math.min(longestWait, shortestWait * 2 ** this.failures++) * (1 - Math.random() / 2);
    await this.around.pause(wait, this.pause.signal);
  }

  private tell(state: SenderState): void {
    this.state = state;
    this.changed();
  }
}

async function read(answer: Response, id: string): Promise<Outcome> {
  if (answer.ok) {
    // A hotel's network answers everything with its own page: only the game knows the id.
    const body = (await answer.json()) as { id?: unknown } | null;
    return typeof body?.id === 'string' && sameId(body.id, id) ? 'done' : { wait: null };
  }
  switch (answer.status) {
    // It is there from before this browser's cookie was deleted; or its player has had it deleted.
    case 409:
    case 410:
      return 'done';
    case 400:
    case 413:
    case 422:
      return { refusal: await detailOf(answer) };
    default:
      return { wait: secondsOf(answer.headers.get('Retry-After')) };
  }
}

function sameId(one: string, other: string): boolean {
  return one.replaceAll('-', '').toLowerCase() === other.replaceAll('-', '').toLowerCase();
}

async function detailOf(answer: Response): Promise<string> {
  try {
    const { detail } = (await answer.json()) as { detail?: unknown };
    return typeof detail === 'string' ? detail : `It answers ${answer.status}.`;
  } catch {
    return `It answers ${answer.status}.`;
  }
}

/** Whole seconds; the other form of the header, a date, would need a clock that is right. */
function secondsOf(header: string | null): number | null {
  const seconds = Number(header ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? 1_000 * seconds : null;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
