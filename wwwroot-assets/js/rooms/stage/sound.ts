// Sounds of the big screen. Off until somebody asks for them, and never the only sign of anything.
import { playNotes } from '../../notes';

const storage = 'room-sound';

/** Frequencies in hertz, one after the other. */
const tunes = {
  phase: [523.25, 783.99],
  card: [392],
  upset: [587.33, 880],
  tick: [1046.5],
  end: [523.25, 659.25, 783.99, 1046.5],
} as const;

export class Sound {
  private audio: AudioContext | null = null;
  isOn = false;

  constructor(signal: AbortSignal) {
    try {
      this.isOn = localStorage.getItem(storage) === 'on';
    } catch {
      // Storage is forbidden: it is off until asked for on this page.
    }
    // Browsers are silent until somebody touches the page.
    const wake = (): void => void this.audio?.resume();
    for (const name of ['pointerdown', 'keydown']) document.addEventListener(name, wake, { signal });
    signal.addEventListener('abort', () => void this.audio?.close());
  }

  toggle(): void {
    this.isOn = !this.isOn;
    try {
      localStorage.setItem(storage, this.isOn ? 'on' : 'off');
    } catch {
      // Only this page remembers.
    }
    this.play('phase');
  }

  play(tune: keyof typeof tunes): void {
    if (!this.isOn) return;
    playNotes((this.audio ??= new AudioContext()), tunes[tune], { type: 'triangle', volume: 0.12, held: 0.07 });
  }
}
