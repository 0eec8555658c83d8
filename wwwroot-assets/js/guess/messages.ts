// What a page and its worker tell each other.
import type { BrowserModel } from './model';

export type Strokes = readonly (readonly (readonly number[])[])[];

/** What a contestant makes of a drawing. */
export interface BrowserGuess {
  readonly algorithm: string;
  readonly version: string;
  /** Of the digits 0 to 9. */
  readonly probabilities: readonly number[];
}

export interface GuessRequest {
  readonly request: number;
  /** Where the WebAssembly file is. */
  readonly wasm: string;
  readonly strokes: Strokes;
  /** The contestants that are asked. None: they are only to be loaded. */
  readonly models: readonly BrowserModel[];
}

export interface GuessAnswer {
  readonly request: number;
  /** 784 bytes; null where nothing is drawn. */
  readonly image: Uint8Array | null;
  /** Of those that could guess. */
  readonly guesses: readonly BrowserGuess[];
  /** The ids of the contestants whose models this browser cannot run. Others may work the next time. */
  readonly unknown: readonly string[];
}
