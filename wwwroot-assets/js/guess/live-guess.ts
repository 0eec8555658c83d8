// <live-guess>: guesses at what is drawn on the play page in this browser, as soon as it has loaded what that needs; until then, and for
// contestants that are not given to browsers, the server does. What Blazor renders stays as it is: the words lie in the shadow tree of
// <live-words>, whose content is Blazor's, and the bars get a second share on a part to which Blazor gives no style. See PlayPage.razor.
import type { InkEvent } from '../pad/ink-event';
import { Guesser } from './guesser';
import { digitOf, sayLive } from './live-words';
import type { Strokes } from './messages';
import { whenIdle } from './when-idle';

/** How long a stroke waits for its guess before the server is asked, in milliseconds. */
const patience = 3_000;

/** One for all pages that are shown without loading anew: what it has loaded stays. */
let guesser: Guesser | undefined;
let idle: Promise<void> | undefined;

class LiveGuess extends HTMLElement {
  static readonly observedAttributes = ['data-contestant', 'data-answered'];

  /** Who guesses here, in the form of data-contestant; empty for nobody. Blazor reads it at "change". */
  value = '';
  /** What the game does not give to browsers, or they cannot run: not to be asked for with each stroke. */
  private absent = '';
  private loading = '';
  private strokes: Strokes = [];
  /** What was seen here before the last stroke. */
  private digit: number | null = null;
  /** Counts the guesses that are asked for: an answer that another has overtaken is dropped. */
  private turn = 0;
  /** Undefined while it is not in a page. */
  private listening: AbortController | undefined;

  connectedCallback(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener('ink', event => this.onInk(event), { signal });
    // What was said while the connection was away has not arrived.
    document.addEventListener('reconnected', () => this.tellServer(), { signal });
    idle ??= new Promise(resolve => whenIdle(resolve));
    // Blazor puts an element into the page before it listens to it, in the same task.
    queueMicrotask(() => void this.load());
  }

  disconnectedCallback(): void {
    this.listening?.abort();
    this.listening = undefined;
    this.forget();
  }

  attributeChangedCallback(name: string, _: string | null, now: string | null): void {
    if (!this.listening) return;
    if (name === 'data-contestant') {
      this.giveUp();
      queueMicrotask(() => void this.load());
    } else if (now !== null) {
      this.forget();
    } else if (this.value !== '' && this.digit === null && this.strokes.length > 0) {
      // The round's first stroke was quicker than the end of the round before.
      void this.look();
    }
  }

  /** The contestant and its version that the player has chosen; empty where it is not to be known, or is not known yet. */
  private get wanted(): string {
    return this.dataset.contestant ?? '';
  }

  private onInk(event: InkEvent): void {
    this.strokes = event.detail;
    if (this.value === '') {
      void this.load();
      return;
    }
    event.preventDefault();
    if (this.strokes.length > 0) void this.look();
    else this.forget();
  }

  /** Loads what the chosen contestant needs. From the next stroke on it guesses here. */
  private async load(): Promise<void> {
    const { wanted } = this;
    if ([this.value, this.loading, this.absent, ''].includes(wanted)) return;
    this.loading = wanted;
    await idle;
    const isReady = this.isStill(wanted) && (await this.warmUp(wanted));
    if (this.loading === wanted) this.loading = '';
    if (!isReady || !this.isStill(wanted)) return;
    this.value = wanted;
    this.tellServer();
  }

  private isStill(wanted: string): boolean {
    return this.isConnected && wanted === this.wanted;
  }

  private async warmUp(wanted: string): Promise<boolean> {
    const { worker = '', wasm = '', list = '' } = this.dataset;
    guesser ??= new Guesser({ worker, wasm, list });
    // Where the game does not answer, the next stroke asks again.
    if (!find(wanted) && !(await guesser.refresh())) return false;
    const model = find(wanted);
    const isReady = model !== undefined && (await guesser.warmUp([model.id]));
    if (!find(wanted)) this.absent = wanted;
    return isReady && this.absent !== wanted;
  }

  private async look(): Promise<void> {
    const turn = ++this.turn;
    const { value } = this;
    const before = this.digit ?? this.seenByServer();
    const model = find(value);
    const guess = model && (await inTime(guesser?.guess([model.id], this.strokes)))?.guesses[0];
    if (turn !== this.turn) return;
    if (guess && nameOf({ id: guess.algorithm, version: guess.version }) === value) {
      this.digit = digitOf(guess.probabilities);
      this.show(guess.probabilities, sayLive(guess.probabilities, before));
      return;
    }
    this.giveUp();
  }

  /** From now on the server guesses. */
  private giveUp(): void {
    this.forget();
    if (this.value === '') return;
    this.value = '';
    this.tellServer();
  }

  /** What the server has guessed before this browser could. */
  private seenByServer(): number | null {
    const { digit } = this.dataset;
    return digit === undefined ? null : Number(digit);
  }

  private forget(): void {
    this.turn++;
    this.digit = null;
    this.show(null, null);
  }

  /** @param words null to leave both to the server. */
  private show(shares: readonly number[] | null, words: string | null): void {
    const page = this.parentElement;
    page?.querySelector<LiveWords>('live-words')?.say(words);
    page?.querySelectorAll<HTMLElement>('.bars .column').forEach((column, digit) => {
      const share = shares?.[digit];
      if (share === undefined) column.style.removeProperty('--live');
      else column.style.setProperty('--live', share.toFixed(4));
    });
  }

  private tellServer(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** <live-words>: its content, or other words in its place. */
class LiveWords extends HTMLElement {
  /** @param words null for the content. */
  say(words: string | null): void {
    if (words === null && !this.shadowRoot) return;
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const shown = document.createElement(words === null ? 'slot' : 'span');
    shown.textContent = words;
    shadow.replaceChildren(shown);
  }
}

export function defineLiveGuess(): void {
  customElements.define('live-words', LiveWords);
  customElements.define('live-guess', LiveGuess);
}

function find(name: string): Guesser['contestants'][number] | undefined {
  return guesser?.contestants.find(model => nameOf(model) === name);
}

/** As PlayPage.Live.cs writes it. */
function nameOf({ id, version }: { id: string; version: string }): string {
  return `${id}/${version}`;
}

function inTime<T>(answer: Promise<T> | undefined): Promise<T | null | undefined> {
  return Promise.race([answer, new Promise<null>(resolve => setTimeout(() => resolve(null), patience))]);
}
