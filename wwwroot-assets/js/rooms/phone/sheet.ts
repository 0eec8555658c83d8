// The drawing pad of a round: the pad of every other page, and the rules of the twists.
import type { DrawingPadElement } from '../../drawing-pad';
import type { DrawingPad } from '../../pad/drawing-pad';
import type { Ink } from '../../pad/ink';
import { required } from '../../required';
import type { Twist } from '../snapshot';

const quickTime = 2_000;

export class Sheet {
  private ink: Pick<Ink, 'strokes' | 'inputs'> = { strokes: [], inputs: [] };
  private pad: DrawingPad | undefined;
  private twist: Twist = 'none';
  private task = '';
  /** Until when ink is taken, as performance.now(); null before the first touch. */
  private end: number | null = null;
  private timer = 0;
  private isFull = false;

  /**
   * @param root The element around the pad.
   * @param storage The name under which the tab keeps which task the ink belongs to.
   */
  constructor(
    private readonly root: HTMLElement,
    private readonly storage: string,
    signal: AbortSignal,
  ) {
    const options = { capture: true, signal };
    root.addEventListener('pointerdown', event => this.beforeInk(event), options);
    root.addEventListener(
      'keydown',
      event => {
        if (event.key === ' ') this.beforeInk(event);
      },
      options,
    );
  }

  /** The pad's script has a file of its own: it may come later than this one. */
  async open(): Promise<void> {
    await customElements.whenDefined('drawing-pad');
    const element = required(this.root.querySelector<DrawingPadElement>('drawing-pad'), 'The drawing pad');
    this.pad = element.open();
    element.querySelector('[data-pad="sheet"]')?.setAttribute('aria-busy', 'false');
    this.pad?.connect({
      invokeMethodAsync: (_, strokes, inputs) => {
        this.onInk({ strokes, inputs });
        return Promise.resolve();
      },
    });
    this.forget();
  }

  get isBlank(): boolean {
    return this.ink.strokes.length === 0;
  }

  /** What to send: the strokes, and what most of them were drawn with. */
  get drawing(): { strokes: Ink['strokes']; input: string } {
    this.pad?.up();
    const { strokes, inputs } = this.ink;
    const input = [...inputs].sort((one, other) => count(inputs, other) - count(inputs, one))[0] ?? 'touch';
    return { strokes, input };
  }

  /** @param task Names the drawing that is asked for. Ink of another one is taken away; that of this one stays, also over a reload. */
  begin(task: string, twist: Twist): void {
    this.twist = twist;
    this.root.dataset.unseen = twist === 'eyesClosed' ? 'yes' : 'no';
    if (task === this.task) return;
    this.task = task;
    this.forget();
  }

  focus(): void {
    this.root.querySelector<HTMLElement>('[data-pad="sheet"]')?.focus({ preventScroll: true });
  }

  /** No drawing is asked for: nothing is kept for the next one. */
  done(): void {
    if (this.task === '' && this.isBlank) return;
    this.task = '';
    write(this.storage, '');
    this.pad?.clear();
  }

  /** Drops the ink of another task. */
  private forget(): void {
    if (this.task === '' || !this.pad) return;
    if (read(this.storage) !== this.task) this.pad.clear();
    write(this.storage, this.task);
    this.settle();
  }

  private onInk(ink: Pick<Ink, 'strokes' | 'inputs'>): void {
    this.ink = ink;
    if (this.isBlank) {
      clearTimeout(this.timer);
      this.end = null;
    }
    this.settle();
    this.root.dispatchEvent(new Event('inkchange', { bubbles: true }));
  }

  /** Whether the twist allows no more ink. Ink of a quick drawing that comes back after a reload has had its time. */
  private isOver(): boolean {
    if (this.isBlank) return false;
    return this.twist === 'oneStroke' || (this.twist === 'quick' && (this.end === null || performance.now() >= this.end));
  }

  private beforeInk(event: Event): void {
    if (!(event.target instanceof Element && event.target.closest('[data-pad="sheet"]'))) return;
    if (this.isFull) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (this.twist !== 'quick' || this.end !== null) return;
    this.end = performance.now() + quickTime;
    this.timer = window.setTimeout(() => {
      this.pad?.up();
      this.settle();
    }, quickTime);
  }

  /** Finds out whether more ink is allowed, and says why not. */
  private settle(): void {
    this.isFull = this.isOver();
    const words = !this.isFull ? '' : this.twist === 'quick' ? twoSeconds : oneStroke;
    const note = this.root.querySelector('[data-room="note"]');
    if (note && note.textContent !== words) note.textContent = words;
  }
}

const twoSeconds = 'That’s two seconds. Send it, or clear it and try again.';
const oneStroke = 'That was your one stroke. Send it, or clear it and try again.';

const count = (inputs: Ink['inputs'], input: string): number => inputs.filter(one => one === input).length;

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // Storage is forbidden: then no ink survives a reload, either.
  }
}
