// A sheet with its tools. Ink appears in the browser at once; the server is sent the whole drawing when a stroke has ended, or a moment
// later (delivery.ts), never a moving pen.
import { closestTarget } from '../closest-target';
import { required } from '../required';
import { Delivery } from './delivery';
import { leave, takeOver } from './handover';
import { Ink } from './ink';
import { tellPage } from './ink-event';
import { listenForDrawingKeys } from './keyboard';
import { Painter } from './painter';
import { listenForPointers, type Pen, type Pointers } from './pointer';
import type { InputKind } from './stroke';

export interface DotNetPad {
  invokeMethodAsync(method: 'InkDrawn', strokes: Ink['strokes'], inputs: Ink['inputs']): Promise<void>;
}

export class DrawingPad implements Pen {
  private readonly path = location.pathname;
  private readonly ink: Ink;
  private readonly painter: Painter;
  private readonly pointers: Pointers;
  private readonly sheet: HTMLElement;
  private readonly lifetime = new AbortController();
  private readonly resizes: ResizeObserver;
  private readonly delivery: Delivery;
  /** Undefined until the page's connection is there. */
  private server: DotNetPad | undefined;
  /** The pen is down, and its stroke fits on the sheet. */
  private drawing: boolean;
  /** Selects the button that was pressed last before the connection was there. */
  private pressedEarly: string | undefined;

  constructor(private readonly root: HTMLElement) {
    const signal = this.lifetime.signal;
    this.sheet = part(root, 'sheet');
    const before = takeOver(this.path);
    this.ink = before?.ink ?? new Ink();
    if (!before && !this.fleeting) this.ink.restore();
    this.drawing = before?.drawing ?? false;
    this.pressedEarly = before?.pressedEarly;
    this.painter = new Painter(this.sheet, this.ink);
    this.delivery = new Delivery(() => this.send(), this.sheet, signal);
    listenForDrawingKeys(this.sheet, part(root, 'cursor'), this, signal);
    part(root, 'undo').addEventListener('click', () => this.undo(), { signal });
    part(root, 'clear').addEventListener('click', () => this.clear(), { signal });
    root.addEventListener('click', event => this.onClick(event), { signal });
    document.addEventListener('click', event => this.onEarlyClick(event), { signal });
    const repaint = (): void => this.painter.repaint();
    document.addEventListener('themechange', repaint, { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint, { signal });
    // A stroke that ended while the connection was down has not arrived.
    document.addEventListener('reconnected', () => this.sendUnlessFinished(), { signal });
    // Of a stroke that the page's end breaks off, what is drawn is kept.
    addEventListener('pagehide', () => this.breakOff(), { signal });
    this.resizes = new ResizeObserver(repaint);
    this.resizes.observe(this.sheet);
    this.updateBlankState();
    this.pointers = listenForPointers(this.sheet, this, signal, before?.pointer);
  }

  /** What is drawn answers what the page asks at that moment: nothing of it is kept, and nothing counts before the page listens. */
  private get fleeting(): boolean {
    return this.root.hasAttribute('data-fleeting');
  }

  /** Sends the server what is drawn, now and from now on. */
  connect(server: DotNetPad): void {
    this.server = server;
    if (this.fleeting) {
      this.reset();
      this.updateBlankState();
    } else if (!this.ink.isBlank && !this.drawing) {
      this.tellAtOnce();
    }
    if (this.pressedEarly !== undefined) document.querySelector<HTMLElement>(this.pressedEarly)?.click();
    this.pressedEarly = undefined;
  }

  down(x: number, y: number, time: number, input: InputKind): void {
    this.delivery.hold();
    if (this.ink.finished) this.reset();
    this.announce(input === 'keyboard' ? 'Pen down' : '');
    this.drawing = this.ink.beginStroke(this.sheet.clientWidth, input);
    this.move(x, y, time);
    this.updateBlankState();
  }

  move(x: number, y: number, time: number): void {
    if (this.drawing && this.ink.add(x / this.painter.scale, y / this.painter.scale, time)) this.painter.showWet();
    else if (this.ink.isFull) this.announce('This sheet is full: no more ink fits on it.');
  }

  up(): void {
    if (!this.drawing) return;
    this.drawing = false;
    if (this.ink.inputs.at(-1) === 'keyboard') this.announce('Pen up');
    this.painter.dryStroke();
    this.inkChanged();
  }

  undo(): void {
    this.drawing = false;
    this.ink.undo();
    this.painter.repaint();
    this.inkChanged();
  }

  clear(): void {
    this.reset();
    this.inkChanged();
  }

  /**
   * The drawing with this many strokes has its guess: it stays visible, also when the page is loaded again, and the next pen-down
   * begins a new one.
   */
  finish(strokes: number): void {
    // Who has drawn on in the meantime goes on with that drawing.
    this.ink.finished = !this.drawing && this.ink.strokes.length === strokes;
    if (!this.drawing) this.save();
  }

  /** The round of the finished drawing is over: it does not come back when the page is loaded again. */
  forget(): void {
    if (this.ink.finished) this.ink.forget();
  }

  /** Takes the focus for the next drawing, once the button that labelled the finished one is gone. */
  focus(): void {
    if (this.ink.finished) this.sheet.focus({ preventScroll: true });
  }

  /** The pad is no longer in the page. */
  dispose(): void {
    if (this.lifetime.signal.aborted) return;
    // The pen of the keyboard belongs to the sheet that had the focus.
    if (this.ink.inputs.at(-1) === 'keyboard') this.up();
    const { path, ink, drawing, pressedEarly } = this;
    leave({ path, ink, drawing, pressedEarly, pointer: this.pointers.pressed() });
    this.server = undefined;
    this.lifetime.abort();
    this.resizes.disconnect();
  }

  /** The buttons beside the sheet: "next" clears it for the next round; one pressed too early is pressed again on connection. */
  private onClick(event: Event): void {
    const button = closestTarget(event, 'button');
    if (button?.dataset.pad === 'next') {
      this.clear();
      this.sheet.focus({ preventScroll: true });
    } else if (button && !button.dataset.pad && !this.server) {
      if (!this.fleeting) this.pressedEarly = 'drawing-pad [data-hotkey="Enter"]';
      this.announce('One moment, the game is still loading.');
    }
  }

  /** So are buttons elsewhere on the page that have a name for it. */
  private onEarlyClick(event: Event): void {
    const name = this.server ? undefined : closestTarget(event, '[data-early]')?.dataset.early;
    if (name !== undefined) this.pressedEarly = `[data-early="${name}"]`;
  }

  private breakOff(): void {
    if (this.drawing) this.save();
  }

  private save(): void {
    if (!this.fleeting) this.ink.save();
  }

  private reset(): void {
    this.drawing = false;
    this.ink.clear();
    this.painter.repaint();
  }

  private inkChanged(): void {
    this.updateBlankState();
    this.save();
    // The first stroke begins a round, and that the server has to know.
    if (tellPage(this.root, this.ink.strokes) && this.ink.strokes.length > 1) this.delivery.soon();
    else this.delivery.now();
  }

  private sendUnlessFinished(): void {
    if (!this.ink.finished) this.tellAtOnce();
  }

  private tellAtOnce(): void {
    tellPage(this.root, this.ink.strokes);
    this.delivery.now();
  }

  private send(): void {
    this.server?.invokeMethodAsync('InkDrawn', this.ink.strokes, this.ink.inputs).catch((reason: unknown) => {
      // Without a connection the overlay says so, and the drawing is sent when it is back.
      console.debug('The drawing did not reach the server.', reason);
    });
  }

  private updateBlankState(): void {
    this.root.toggleAttribute('data-blank', this.ink.isBlank);
  }

  /** Shows a note, which screen readers read out. */
  private announce(text: string): void {
    const note = part(this.root, 'note');
    if (note.textContent !== text) note.textContent = text;
  }
}

function part(root: HTMLElement, name: string): HTMLElement {
  return required(root.querySelector<HTMLElement>(`[data-pad="${name}"]`), `The part "${name}" of the drawing pad`);
}
