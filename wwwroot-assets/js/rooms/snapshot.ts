// What the server says of a room: a whole snapshot with each event, made for the caller.
export type Phase = 'lobby' | 'brief' | 'draw' | 'jury' | 'reveal' | 'board' | 'podium';
export type Twist = 'none' | 'otherHand' | 'oneStroke' | 'eyesClosed' | 'quick';
/** `[x, y]` or `[x, y, t]`, y down, t in milliseconds. */
export type Strokes = readonly (readonly (readonly number[])[])[];

export interface Player {
  readonly seat: number;
  readonly name: string;
  readonly points: number;
  readonly rank: number;
  readonly connected: boolean;
  readonly watching: boolean;
  /** Has done what this phase asks for. */
  readonly acted: boolean;
}

export interface You {
  readonly seat: number;
  readonly name: string;
  readonly points: number;
  readonly rank: number;
  /** Came too late for this round. */
  readonly watching: boolean;
  readonly moreTime: boolean;
  /** Points behind the one before; 0 for the first. */
  readonly gap: number;
  readonly team?: number | null;
}

export interface Team {
  /** From 0. */
  readonly number: number;
  readonly name: string;
  readonly seats: readonly number[];
  readonly points: number;
  /** How many drawings its rookie was taught. */
  readonly lessons: number;
  /** How many of a hundred drawings its rookie reads; null before the exam. */
  readonly exam: number | null;
  /** What its rookie takes for something else most often; null before that is looked at. */
  readonly mixes: readonly { readonly digit: number; readonly taken: number; readonly times: number }[] | null;
}

export interface DrawTask {
  readonly kind: 'draw';
  readonly digit: number;
  /** How many drawings may still come in this part of the round, this one among them. */
  readonly left: number;
}

export interface ToJudge {
  readonly drawing: string;
  readonly strokes: Strokes;
}

export interface VoteTask {
  readonly kind: 'vote';
  readonly drawings: readonly ToJudge[];
}

export interface Guess {
  readonly algorithm: string;
  readonly digit: number;
  /** From 0 to 1. */
  readonly confidence: number;
}

export interface Revealed {
  readonly drawing: string;
  readonly seat: number;
  readonly asked: number;
  /** Whether people read the digit that was asked for. */
  readonly readable: boolean;
  /** null for "not a digit". */
  readonly votes: readonly (number | null)[];
  readonly guesses: readonly Guess[];
  /** The ids of the contestants that took it for another digit. */
  readonly fooled: readonly string[];
  readonly points: number;
  readonly strokes: Strokes | null;
}

export interface Machines {
  readonly points: number;
  readonly round: number;
  readonly people: number;
  readonly peopleRound: number;
}

export interface JuryPoints {
  readonly agreed: number;
  readonly known: number;
  readonly wrong: number;
  readonly points: number;
}

export interface Placed {
  readonly seat: number;
  readonly name: string;
  readonly points: number;
  readonly rank: number;
}

export interface Award {
  readonly title: string;
  readonly seat: number;
  readonly name: string;
  readonly why: string;
}

export interface Snapshot {
  readonly version: number;
  readonly serverTime: string;
  readonly code: string;
  readonly mode: string;
  readonly phase: Phase;
  /** The part of the round; two of them may be the same phase. */
  readonly step: string | null;
  readonly paused: boolean;
  /** By the host ("screen"), or because the screen was away ("gone"). */
  readonly pausedBecause: string | null;
  readonly deadline: string | null;
  /** The length of this phase for the caller. */
  readonly seconds: number | null;
  /** Which game of the room it is: rounds of two games have the same numbers. */
  readonly game: number;
  readonly round: number;
  readonly rounds: number;
  readonly locked: boolean;
  readonly screenGone: boolean;
  /** null for the screen. */
  readonly you: You | null;
  readonly players: readonly Player[];
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly twist: Twist;
  readonly task: DrawTask | VoteTask | null;
  /** Best first. */
  readonly reveal: readonly Revealed[] | null;
  readonly machines: Machines | null;
  readonly juryPoints: JuryPoints | null;
  /** Everybody, best first. */
  readonly podium: readonly Placed[] | null;
  readonly awards: readonly Award[];
  /** null where everybody plays alone. */
  readonly teams: readonly Team[] | null;
}

/** @returns null where the text is no snapshot, such as one of another version of the game. */
export function readSnapshot(text: string): Snapshot | null {
  try {
    const value = JSON.parse(text) as Partial<Snapshot> | null;
    if (typeof value?.version !== 'number' || typeof value.phase !== 'string' || !Array.isArray(value.players)) return null;
    return { ...empty, ...value, awards: value.awards ?? [] } as Snapshot;
  } catch {
    return null;
  }
}

const empty = {
  paused: false,
  pausedBecause: null,
  deadline: null,
  seconds: null,
  game: 0,
  round: 0,
  rounds: 0,
  locked: false,
  screenGone: false,
  you: null,
  progress: null,
  twist: 'none',
  task: null,
  reveal: null,
  machines: null,
  juryPoints: null,
  podium: null,
  step: null,
  teams: null,
} satisfies Partial<Snapshot>;
