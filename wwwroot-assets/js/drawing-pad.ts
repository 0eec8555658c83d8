// The drawing pad: ink appears at once in the browser; the server hears of whole drawings when a stroke has ended,
// never of a moving pen.
import { Ink, type InputKind } from './pad/ink';
import { listenForDrawingKeys } from './pad/keyboard';
import { Painter } from './pad/painter';
import { listenForPointers, type Pen } from './pad/pointer';

interface DotNetPad {
  invokeMethodAsync(method: 'InkDrawn', strokes: Ink['strokes'], inputs: Ink['inputs']): Promise<void>;
}

export function attach(root: HTMLElement, server: DotNetPad): DrawingPad {
  return new DrawingPad(root, server);
}

class DrawingPad implements Pen {
  private readonly ink = new Ink();
  private readonly painter: Painter;
  private readonly sheet: HTMLElement;
  private readonly ended = new AbortController();
  private readonly resizes: ResizeObserver;
  private drawing = false;
  private finished = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly server: DotNetPad,
  ) {
    const signal = this.ended.signal;
    this.sheet = part(root, 'sheet');
    this.painter = new Painter(this.sheet, this.ink);
    this.ink.restore();
    listenForPointers(this.sheet, this, signal);
    listenForDrawingKeys(this.sheet, part(root, 'cursor'), this, words => this.say(words), signal);
    part(root, 'undo').addEventListener('click', () => this.undo(), { signal });
    part(root, 'clear').addEventListener('click', () => this.clear(), { signal });
    const repaint = (): void => this.painter.repaint();
    document.addEventListener('themechange', repaint, { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint, { signal });
    // A stroke that ended while the connection was down has not arrived.
    document.addEventListener(
      'reconnected',
      () => {
        if (!this.finished) this.send();
      },
      { signal },
    );
    this.resizes = new ResizeObserver(repaint);
    this.resizes.observe(this.sheet);
    this.showWhetherBlank();
    if (!this.ink.isBlank) this.send();
  }

  down(x: number, y: number, time: number, input: InputKind): void {
    if (this.finished) this.startAfresh();
    this.say('');
    this.drawing = this.ink.beginStroke(this.sheet.clientWidth, input);
    this.move(x, y, time);
    this.showWhetherBlank();
  }

  move(x: number, y: number, time: number): void {
    if (this.drawing && this.ink.add(x / this.painter.scale, y / this.painter.scale, time)) this.painter.showWet();
    else if (this.ink.isFull) this.say('This sheet is full: no more ink fits on it.');
  }

  up(): void {
    if (!this.drawing) return;
    this.drawing = false;
    this.painter.dryStroke();
    this.changed();
  }

  undo(): void {
    this.drawing = false;
    this.finished = false;
    this.ink.undo();
    this.painter.repaint();
    this.changed();
  }

  clear(): void {
    this.startAfresh();
    this.changed();
  }

  /** The drawing of so many strokes has had its guess: it stays on the sheet until the pen comes down again. */
  finish(strokes: number): void {
    // Whoever has drawn on meanwhile goes on with that drawing.
    this.finished = !this.drawing && this.ink.strokes.length === strokes;
  }

  /** The finished drawing is in the store: a reload starts with an empty sheet. */
  forget(): void {
    if (this.finished) new Ink().save();
  }

  /** The button that marked the finished drawing had the focus, and is gone. */
  focus(): void {
    if (this.finished) this.sheet.focus({ preventScroll: true });
  }

  dispose(): void {
    this.ended.abort();
    this.resizes.disconnect();
  }

  private startAfresh(): void {
    this.drawing = false;
    this.finished = false;
    this.ink.clear();
    this.painter.repaint();
    this.showWhetherBlank();
  }

  private changed(): void {
    this.showWhetherBlank();
    this.ink.save();
    this.send();
  }

  private send(): void {
    this.server.invokeMethodAsync('InkDrawn', this.ink.strokes, this.ink.inputs).catch((reason: unknown) => {
      // Without a connection the overlay says so, and the drawing is sent when it is back.
      console.debug('The drawing did not arrive.', reason);
    });
  }

  private showWhetherBlank(): void {
    this.root.toggleAttribute('data-blank', this.ink.isBlank);
  }

  private say(words: string): void {
    const note = part(this.root, 'note');
    if (note.textContent !== words) note.textContent = words;
  }
}

function part(root: HTMLElement, name: string): HTMLElement {
  return root.querySelector<HTMLElement>(`[data-pad="${name}"]`)!;
}
