// The drawing pad. The rendered page loads this script by itself, and ink is taken from then on: seconds before the page's connection
// is there, where the network is slow. DrawingPad.razor attaches the server to it.
import { DrawingPad, type DotNetPad } from './pad/drawing-pad';

/** What the server calls. */
type ServerPad = Pick<DrawingPad, 'clear' | 'finish' | 'forget' | 'focus' | 'dispose'>;

/** In the place of a pad that the page has no more. */
const removed: ServerPad = {
  clear: () => undefined,
  finish: () => undefined,
  forget: () => undefined,
  focus: () => undefined,
  dispose: () => undefined,
};

/** The rendered pad. It can be drawn on for as long as it is in the page. */
export class DrawingPadElement extends HTMLElement {
  private pad: DrawingPad | undefined;

  connectedCallback(): void {
    // Blazor adds the content after the element, in the same task.
    queueMicrotask(() => this.open());
  }

  disconnectedCallback(): void {
    this.pad?.dispose();
    this.pad = undefined;
  }

  /** @returns The pad; undefined where the element is not in a page any more. */
  open(): DrawingPad | undefined {
    if (this.isConnected) this.pad ??= new DrawingPad(this);
    return this.pad;
  }
}

customElements.define('drawing-pad', DrawingPadElement);

/**
 * Lets the server know of everything that is and will be drawn. The root is null where the player has left the page meanwhile.
 */
export function attach(root: DrawingPadElement | null, server: DotNetPad): ServerPad {
  const pad = root?.open();
  pad?.connect(server);
  return pad ?? removed;
}
