// The scoreboard on a projector: <projector-stage> keeps the screen awake for as long as it is on the page, and
// <a data-full-screen> asks for the full screen when it is followed. Where a browser refuses either, the page works without.
import { closestTarget } from './closest-target';
import { stayAwake } from './keep-awake';
import { playNotes } from './notes';

class ProjectorStage extends HTMLElement {
  private lifetime = new AbortController();

  connectedCallback(): void {
    this.lifetime = new AbortController();
    stayAwake(this.lifetime.signal);
  }

  disconnectedCallback(): void {
    this.lifetime.abort();
    if (document.fullscreenElement) void document.exitFullscreen();
  }
}

/**
 * <wall-chime played="1795200000000"> sounds when a drawing comes that was played later, in milliseconds, than all before. When the
 * latest is deleted, an older one takes its place on the wall, and nothing is heard. It is on the page only while somebody wants to
 * hear it.
 */
class WallChime extends HTMLElement {
  static readonly observedAttributes = ['played'];
  private audio: AudioContext | null = null;
  private latest = 0;

  connectedCallback(): void {
    this.audio = new AudioContext();
    chime(this.audio);
  }

  disconnectedCallback(): void {
    void this.audio?.close();
    this.audio = null;
  }

  attributeChangedCallback(_: string, __: string | null, now: string | null): void {
    const played = Number(now ?? 0);
    if (!(played > this.latest)) return;
    this.latest = played;
    if (this.audio) chime(this.audio);
  }
}

/** Two soft notes, a fifth apart, a quarter of a second long. */
function chime(audio: AudioContext): void {
  playNotes(audio, [523.25, 783.99], { type: 'sine', volume: 0.15, held: 0.08 });
}

export function defineProjectorStage(): void {
  customElements.define('projector-stage', ProjectorStage);
  customElements.define('wall-chime', WallChime);
}

export function listenForFullScreenLinks(): void {
  document.addEventListener('click', event => {
    // A link that opens in a new tab or window leaves this page as it is.
    if (!closestTarget(event, 'a[data-full-screen]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // iPhones have it only for videos.
    if ('requestFullscreen' in Element.prototype) document.documentElement.requestFullscreen().catch(() => undefined);
  });
}
