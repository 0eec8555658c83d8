// Soft notes, one after the other: the chime of the wall and the sounds of a room.

/** How notes sound. */
export interface Timbre {
  readonly type: OscillatorType;
  /** From 0 to 1. */
  readonly volume: number;
  /** How long a note is held before it fades, in seconds. */
  readonly held: number;
}

/** Seconds from the beginning of a note to that of the next. */
const pace = 0.12;

/** @param frequencies In hertz. */
export function playNotes(audio: AudioContext, frequencies: readonly number[], { type, volume, held }: Timbre): void {
  frequencies.forEach((frequency, i) => {
    const start = audio.currentTime + pace * i;
    const note = new OscillatorNode(audio, { frequency, type });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setTargetAtTime(volume, start, 0.01);
    gain.gain.setTargetAtTime(0, start + held, 0.06);
    note.connect(gain).connect(audio.destination);
    note.start(start);
    note.stop(start + 0.5);
  });
}
