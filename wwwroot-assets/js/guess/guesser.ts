// The contestants that guess in this browser, from the page's side: who they are, and a worker that runs them.
import type { BrowserGuess, GuessAnswer, GuessRequest, Strokes } from './messages';
import { readModels, type BrowserModel } from './model';

export interface GuesserFiles {
  readonly worker: string;
  readonly wasm: string;
  /** Where the game lists who can guess in a browser. */
  readonly list: string;
}

export interface BrowserAnswer {
  readonly image: Uint8Array | null;
  readonly guesses: readonly BrowserGuess[];
}

/** How long a page waits for an answer before it does without: a first one loads some megabytes. */
const patience = 120_000;

export class Guesser {
  private models: readonly BrowserModel[] = [];
  private readonly unknown = new Set<string>();
  private readonly waiting = new Map<number, (answer: GuessAnswer | null) => void>();
  private worker: Worker | undefined;
  private requests = 0;
  private isBroken = false;
  private isWarm = false;

  private readonly files: GuesserFiles;

  /** @param files By their addresses in the page; a worker would take them as relative to its own. */
  constructor({ worker, wasm, list }: GuesserFiles) {
    const whole = (address: string): string => new URL(address, document.baseURI).href;
    this.files = { worker: whole(worker), wasm: whole(wasm), list: whole(list) };
  }

  /** Whether a guess takes milliseconds: everything is loaded. */
  get ready(): boolean {
    return this.isWarm;
  }

  /** Those that can guess here. */
  get contestants(): readonly BrowserModel[] {
    return this.isBroken ? [] : this.models.filter(model => !this.unknown.has(model.id));
  }

  /**
   * Asks the game who is in service now. Where it does not answer, those stay whom this page knows.
   * @returns Whether it has answered.
   */
  async refresh(): Promise<boolean> {
    try {
      const answer = await fetch(this.files.list);
      const models = answer.ok ? readModels(await answer.json()) : [];
      if (models.length > 0) this.models = models;
      return answer.ok;
    } catch (reason) {
      console.debug('The game does not say who can guess here.', reason);
      return false;
    }
  }

  /**
   * Loads what a guess of these needs.
   * @returns Whether one of them is ready.
   */
  async warmUp(ids: readonly string[]): Promise<boolean> {
    if (this.models.length === 0) await this.refresh();
    const answer = await this.ask(ids, []);
    this.isWarm = answer !== null && this.contestants.some(model => ids.includes(model.id));
    return this.isWarm;
  }

  /**
   * @param ids The contestants that are asked, in that order.
   * @returns null where the browser cannot guess: the server has to.
   */
  async guess(ids: readonly string[], strokes: Strokes): Promise<BrowserAnswer | null> {
    const answer = await this.ask(ids, strokes);
    return answer && answer.guesses.length > 0 ? answer : null;
  }

  private async ask(ids: readonly string[], strokes: Strokes): Promise<GuessAnswer | null> {
    const models = ids.flatMap(id => this.contestants.find(model => model.id === id) ?? []);
    const worker = this.open();
    if (!worker || models.length === 0) return null;
    const request = ++this.requests;
    const question: GuessRequest = { request, wasm: this.files.wasm, strokes, models };
    const answer = await new Promise<GuessAnswer | null>(resolve => {
      const timer = setTimeout(() => this.settle(request, null), patience);
      this.waiting.set(request, settled => {
        clearTimeout(timer);
        resolve(settled);
      });
      worker.postMessage(question);
    });
    answer?.unknown.forEach(id => this.unknown.add(id));
    return answer;
  }

  private open(): Worker | undefined {
    if (this.worker || this.isBroken) return this.worker;
    try {
      this.worker = new Worker(this.files.worker, { type: 'module' });
    } catch (reason) {
      this.giveUp(reason);
      return undefined;
    }
    this.worker.addEventListener('message', (event: MessageEvent<GuessAnswer>) => this.settle(event.data.request, event.data));
    // Its script did not come, or the browser has no memory for it: the page may try again with the next stroke.
    this.worker.addEventListener('error', event => {
      this.worker?.terminate();
      this.worker = undefined;
      console.debug('The worker in which the contestants guess has stopped.', event.message);
      for (const request of [...this.waiting.keys()]) this.settle(request, null);
    });
    return this.worker;
  }

  private giveUp(reason: unknown): void {
    console.debug('No contestant can guess in this browser.', reason);
    this.isBroken = true;
  }

  private settle(request: number, answer: GuessAnswer | null): void {
    this.waiting.get(request)?.(answer);
    this.waiting.delete(request);
  }
}
