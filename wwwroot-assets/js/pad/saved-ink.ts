// A page's drawing in the session storage: it survives a reload and a restart of the server.
import { inputKinds, type InputKind, type Point } from './stroke';

export interface SavedInk {
  readonly unit: number;
  readonly strokes: Point[][];
  readonly inputs: InputKind[];
  /** Whether it has had its guess. */
  readonly finished?: boolean;
}

// Each page keeps a drawing of its own: what was drawn on one answers nothing that another asks.
const storageKey = (): string => 'game-night.ink' + location.pathname;

/** @param ink null leaves nothing to read. */
export function writeSavedInk(ink: SavedInk | null): void {
  try {
    if (ink) sessionStorage.setItem(storageKey(), JSON.stringify(ink));
    else sessionStorage.removeItem(storageKey());
  } catch {
    // Storage is full or forbidden: the drawing stays on this page and only does not survive a reload.
  }
}

/** @returns null where there is no drawing, or something that is none: another version of the game may have written it. */
export function readSavedInk(): SavedInk | null {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(storageKey()) ?? 'null');
    return isSavedInk(saved) ? saved : null;
  } catch {
    // Storage is forbidden, or holds no JSON.
    return null;
  }
}

function isSavedInk(value: unknown): value is SavedInk {
  const { unit, strokes, inputs } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof unit === 'number' &&
    unit > 0 &&
    isListOf(strokes, stroke => isListOf(stroke, isPoint)) &&
    isListOf(inputs, input => inputKinds.includes(input as InputKind)) &&
    inputs.length === strokes.length
  );
}

function isPoint(value: unknown): boolean {
  return isListOf(value, Number.isFinite) && value.length === 3;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && value.every(isItem);
}
