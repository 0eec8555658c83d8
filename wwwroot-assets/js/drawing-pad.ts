// The drawing pad, loaded by DrawingPad.razor. Ink appears in the browser at once; the server is sent the whole drawing when a
// stroke has ended, never a moving pen.
import { Ink } from './pad/ink';
import { listenForDrawingKeys } from './pad/keyboard';
import { Painter } from './pad/painter';
import { listenForPointers, type Pen } from './pad/pointer';
import type { InputKind } from './pad/stroke';
import { required } from './required';

interface DotNetPad {
  invokeMethodAsync(method: 'InkDrawn', strokes: Ink['strokes'], inputs: Ink['inputs']): Promise<void>;
}

/** What the server calls. */
interface ServerPad {
  clear(): void;
  finish(strokes: number): void;
  forget(): void;
  focus(): void;
  dispose(): void;
}

/** In the place of a pad that the page has no more. */
const removed: ServerPad = {
  clear: () => undefined,
  finish: () => undefined,
  forget: () => undefined,
  focus: () => undefined,
  dispose: () => undefined,
};

/**
 * Makes the rendered pad one that can be drawn on, until it is disposed.
 * Its root is null where the player has left the page meanwhile.
 */
export function attach(root: HTMLElement | null, server: DotNetPad): ServerPad {
  return root ? new DrawingPad(root, server) : removed;
}

class DrawingPad implements Pen, ServerPad {
  private readonly ink = new Ink();
  private readonly painter: Painter;
  private readonly sheet: HTMLElement;
  private readonly lifetime = new AbortController();
  private readonly resizes: ResizeObserver;
  /** The pen is down, and its stroke fits on the sheet. */
  private drawing = false;
  /** The drawing has had its guess: the next stroke begins a new one. */
  private finished = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly server: DotNetPad,
  ) {
    const signal = this.lifetime.signal;
    this.sheet = part(root, 'sheet');
    this.painter = new Painter(this.sheet, this.ink);
    this.ink.restore();
    listenForPointers(this.sheet, this, signal);
    listenForDrawingKeys(this.sheet, part(root, 'cursor'), this, signal);
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
    this.updateBlankState();
    if (!this.ink.isBlank) this.send();
  }

  down(x: number, y: number, time: number, input: InputKind): void {
    if (this.finished) this.reset();
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
    this.finished = false;
    this.ink.undo();
    this.painter.repaint();
    this.inkChanged();
  }

  clear(): void {
    this.reset();
    this.inkChanged();
  }

  /** The drawing with this many strokes has its guess: it stays visible, and the next pen-down begins a new one. */
  finish(strokes: number): void {
    // Who has drawn on in the meantime goes on with that drawing.
    this.finished = !this.drawing && this.ink.strokes.length === strokes;
  }

  /** The finished drawing is in the store: it does not come back when the page is loaded again. */
  forget(): void {
    if (this.finished) new Ink().save();
  }

  /** Takes the focus for the next drawing, once the button that labelled the finished one is gone. */
  focus(): void {
    if (this.finished) this.sheet.focus({ preventScroll: true });
  }

  dispose(): void {
    this.lifetime.abort();
    this.resizes.disconnect();
  }

  private reset(): void {
    this.drawing = false;
    this.finished = false;
    this.ink.clear();
    this.painter.repaint();
  }

  private inkChanged(): void {
    this.updateBlankState();
    this.ink.save();
    this.send();
  }

  private send(): void {
    this.server.invokeMethodAsync('InkDrawn', this.ink.strokes, this.ink.inputs).catch((reason: unknown) => {
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
