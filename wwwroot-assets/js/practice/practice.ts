// The practice page: rounds that this browser plays by itself. The game is only sent what was played, and only where the player wants it.
import type { DrawingPadElement } from '../drawing-pad';
import { Guesser, type BrowserAnswer } from '../guess/guesser';
import { allEyes, digitOf, sayLive } from '../guess/live-words';
import type { BrowserGuess } from '../guess/messages';
import { whenIdle } from '../guess/when-idle';
import type { DrawingPad } from '../pad/drawing-pad';
import type { Ink } from '../pad/ink';
import { required } from '../required';
import { keepForOffline } from './offline';
import { pictureOf } from './picture';
import type { Records } from './records';
import { askServer } from './server-guess';
import type { View } from './view';
import { noDigit, thanksFor } from './words';

type Drawing = Pick<Ink, 'strokes' | 'inputs'>;

/** A drawing with its guesses, and the player's answer once it is there. */
interface Guessed {
  readonly drawing: Drawing;
  readonly answer: BrowserAnswer;
  /** The digit that was meant, or that it is none; null before. */
  readonly meant: number | 'none' | null;
}

export class PracticePage {
  private readonly guesser: Guesser;
  private pad: DrawingPad | undefined;
  private chosen: string;
  private drawing: Drawing = { strokes: [], inputs: [] };
  private live: BrowserGuess | null = null;
  private guessed: Guessed | null = null;
  private isBusy = false;
  /** Counts the changes of the drawing: an answer to one that is gone is dropped. */
  private turn = 0;

  constructor(
    private readonly view: View,
    private readonly records: Records,
  ) {
    const { worker = '', wasm = '', list = '' } = view.root.dataset;
    this.guesser = new Guesser({ worker, wasm, list });
    this.chosen = view.contestants[0] ?? '';
    view.root.addEventListener('click', event => this.onClick(event));
    view.root.addEventListener('change', event => this.onChange(event));
    whenIdle(() => void this.prepare());
  }

  /** The pad's script has a file of its own: it may come later than this one. */
  async open(): Promise<void> {
    await customElements.whenDefined('drawing-pad');
    const element = required(this.view.root.querySelector<DrawingPadElement>('drawing-pad'), 'The drawing pad');
    this.pad = element.open();
    element.querySelector('[data-pad="sheet"]')?.setAttribute('aria-busy', 'false');
    this.pad?.connect({
      invokeMethodAsync: (_, strokes, inputs) => this.onInk({ strokes: [...strokes], inputs: [...inputs] }),
    });
  }

  private async prepare(): Promise<void> {
    const all = this.view.contestants;
    await this.guesser.warmUp([this.chosen]);
    await this.look();
    await this.guesser.warmUp(all);
    if (!this.guesser.ready) return;
    this.view.root.dataset.ready = 'yes';
    const { worker = '', wasm = '', list = '' } = this.view.root.dataset;
    await keepForOffline([worker, wasm, list, ...this.guesser.contestants.map(model => model.address)]);
  }

  private async onInk(drawing: Drawing): Promise<void> {
    this.drawing = drawing;
    if (this.guessed) this.live = null;
    this.guessed = null;
    // The contestant thinks while the page is changed, and what is kept of the rounds before waits for neither.
    const looking = this.look();
    this.view.open(this.chosen);
    this.view.buttons('guess');
    this.view.outcome('', '', null);
    await this.records.begin(drawing.strokes);
    await looking;
  }

  /** The live guess at what is drawn so far. */
  private async look(): Promise<void> {
    const turn = ++this.turn;
    if (this.guessed) return;
    const before = this.live ? digitOf(this.live.probabilities) : null;
    const { strokes } = this.drawing;
    const guess = strokes.length > 0 ? ((await this.guesser.guess([this.chosen], strokes))?.guesses[0] ?? null) : null;
    if (turn !== this.turn) return;
    this.live = guess;
    this.view.thinks(this.chosen, guess ? sayLive(guess.probabilities, before) : allEyes);
    this.view.bars(guess, false, false, null);
  }

  private async guess(): Promise<void> {
    const { drawing } = this;
    if (this.isBusy || this.guessed) return;
    if (drawing.strokes.length === 0) {
      this.view.outcome('', '', 'Draw something first');
      return;
    }
    this.isBusy = true;
    const all = this.view.contestants;
    const answer = (await this.guesser.guess(all, drawing.strokes)) ?? (await askServer(all, drawing.strokes));
    this.isBusy = false;
    // The player may have drawn on while the contestants thought.
    if (drawing !== this.drawing) return;
    if (!answer) {
      const trouble = 'Nobody can guess yet: this browser hasn’t loaded the contestants. Your drawing stays; try again in a moment.';
      this.view.outcome('', '', trouble);
      return;
    }
    this.guessed = { drawing, answer, meant: null };
    await this.records.guessed(this.chosen, drawing);
    this.pad?.finish(drawing.strokes.length);
    this.reveal();
  }

  private reveal(): void {
    const { guessed } = this;
    if (!guessed) return;
    const guess = guessed.answer.guesses.find(({ algorithm }) => algorithm === this.chosen);
    const isOpen = guessed.meant === null && guess !== undefined;
    if (guess && guessed.answer.image) this.view.answers(guess, pictureOf(guessed.answer.image));
    else this.view.thinks(this.chosen, 'I did not answer this one.');
    this.view.bars(guess ?? null, true, isOpen, typeof guessed.meant === 'number' ? guessed.meant : null);
    this.view.buttons(isOpen ? 'judge' : 'next');
  }

  private async mean(meant: number | 'none'): Promise<void> {
    const { guessed } = this;
    if (guessed?.meant !== null) return;
    this.guessed = { ...guessed, meant };
    const guess = guessed.answer.guesses.find(({ algorithm }) => algorithm === this.chosen);
    const thanks = meant === 'none' ? noDigit : thanksFor(meant, guess !== undefined && digitOf(guess.probabilities) === meant);
    this.reveal();
    if (meant !== 'none') this.view.turn(guessed.answer.guesses, meant, this.chosen);
    const kept = await this.records.answered(this.chosen, guessed.drawing, meant);
    if (!this.isAt(guessed.drawing)) return;
    this.view.outcome(thanks, kept.words, kept.trouble);
    this.pad?.forget();
    this.pad?.focus();
  }

  /** Whether the round is still that of this drawing. */
  private isAt(drawing: Drawing): boolean {
    return this.guessed?.drawing === drawing;
  }

  private onClick(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    const { action } = button.dataset;
    const words = button.textContent.trim();
    const guess = this.guessed?.answer.guesses.find(({ algorithm }) => algorithm === this.chosen);
    if (action === 'guess') void this.guess();
    else if (action === 'right' && guess) void this.mean(digitOf(guess.probabilities));
    else if (action === 'wrong') this.view.buttons('which');
    else if (button.matches('[role="group"] .button')) void this.mean(/^\d$/.test(words) ? Number(words) : 'none');
    else if (button.matches('.bar')) void this.mean(Number(words));
  }

  private onChange(event: Event): void {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.name !== 'algorithm') return;
    this.chosen = input.value;
    this.live = null;
    if (this.guessed) this.reveal();
    else void this.look();
  }
}
