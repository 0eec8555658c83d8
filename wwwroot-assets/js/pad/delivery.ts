// When the server gets what is drawn: at once, or, where the page guesses by itself, when the pen has rested. A press on anything but the
// sheet sends it first: on one connection the ink is there before what the press asks for.

/** How long the pen rests until then, in milliseconds. */
const rest = 1_000;

export class Delivery {
  private timer: number | undefined;
  /** Something is drawn that the server does not have. */
  private isOwed = false;
  private wasPressed = false;

  /** @param send Sends all that is drawn. */
  constructor(
    private readonly send: () => void,
    private readonly sheet: HTMLElement,
    signal: AbortSignal,
  ) {
    // In the capture phase of the window: Blazor, and whatever else listens, is later.
    for (const name of ['click', 'change']) addEventListener(name, event => this.onPress(event), { signal, capture: true });
    signal.addEventListener('abort', () => this.cancel());
  }

  now(): void {
    this.cancel();
    this.wasPressed = false;
    this.send();
  }

  /** After a press it is now: a stroke that comes while the server is at work on the drawing changes what it is to do. */
  soon(): void {
    if (this.wasPressed) {
      this.now();
      return;
    }
    this.cancel();
    this.isOwed = true;
    this.timer = window.setTimeout(() => this.now(), rest);
  }

  /** The pen is down: half a stroke is worth no message, unless a press asks for something. */
  hold(): void {
    this.stop();
  }

  private onPress(event: Event): void {
    // A stroke by mouse ends with a click on the sheet.
    if (event.target instanceof Node && this.sheet.contains(event.target)) return;
    if (this.isOwed) this.now();
    this.wasPressed ||= event.type === 'click';
  }

  private cancel(): void {
    this.isOwed = false;
    this.stop();
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
