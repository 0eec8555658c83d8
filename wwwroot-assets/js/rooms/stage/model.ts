import type { Cast } from '../cards';
import type { ConnectionState } from '../connection';
import type { Snapshot } from '../snapshot';

/** What the screen knows at one moment. */
export interface StageModel {
  readonly code: string;
  readonly state: ConnectionState;
  readonly snapshot: Snapshot | null;
  /** Whether this browser has the key of the screen. */
  readonly hasKey: boolean;
  readonly isHost: boolean;
  /** How much of the phase has passed, from 0 to 1. */
  readonly passed: number;
  /** Its time is over for whoever has no more of it. */
  readonly isOver: boolean;
  /** Where everybody stood before this round, by seat. */
  readonly ranksBefore: ReadonlyMap<number, number>;
  readonly cast: Cast;
}

export type Playing = StageModel & { readonly snapshot: Snapshot };
