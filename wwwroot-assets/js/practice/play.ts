// A drawing that was played here, as it waits to be sent.
import type { Point } from '../pad/stroke';

export interface Play {
  /** A random UUID, made once: however often the play is sent, the game has it once. */
  readonly id: string;
  /** By this browser's clock, which may be wrong: the game is told how long ago it was. */
  readonly drawnAt: number;
  /** The contestant that the player chose. */
  readonly algorithm: string;
  readonly strokes: readonly (readonly Point[])[];
  readonly input: string;
  /** The digit that the player meant; null where that is not said. */
  readonly label: number | null;
  readonly notADigit: boolean;
  /** Whether nothing more will be said about it. */
  readonly over: boolean;
  /** Why the game will never take it, in its words. */
  readonly refusal?: string;
}

/** How many plays wait at most. */
export const mostPlays = 1_000;

export function isPlay(value: unknown): value is Play {
  const { id, drawnAt, strokes, over } = (value ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && typeof drawnAt === 'number' && Array.isArray(strokes) && typeof over === 'boolean';
}
