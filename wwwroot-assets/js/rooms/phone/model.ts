import type { Cast } from '../cards';
import type { ConnectionState } from '../connection';
import type { Snapshot } from '../snapshot';

/** What the phone knows at one moment. */
export interface PhoneModel {
  readonly code: string;
  /** The player's nickname. */
  readonly nickname: string;
  readonly state: ConnectionState;
  readonly snapshot: Snapshot | null;
  /** The drawings that this phone has judged, and nobody has yet refused. */
  readonly judged: ReadonlySet<string>;
  /** The drawing of this round was sent, and has not been refused. */
  readonly isSent: boolean;
  /** It is sent, and the server has not answered yet. */
  readonly isOnItsWay: boolean;
  readonly cast: Cast;
}
