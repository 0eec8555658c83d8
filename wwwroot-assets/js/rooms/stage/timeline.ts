// The show of the reveal, as a function of the time: whoever opens the screen in the middle sees what everybody sees.
import type { Revealed } from '../snapshot';

/** How many drawings are shown. */
const shown = 3;
/** The share of the phase at its end that belongs to the sum of it. */
const summary = 0.16;
/** The longest share of the phase for one drawing: where there are few, the sum has more time. */
const longest = 0.4;
/** Of the time of a drawing: when its cards begin to turn, when all are turned, when it is told what it is worth. */
const firstCard = 0.26;
const lastCard = 0.74;
const worth = 0.8;

export interface Act {
  /** Its place: 3 for the third best. */
  readonly place: number;
  readonly revealed: Revealed;
  /** How many cards are turned. */
  readonly turned: number;
  readonly isJuryTold: boolean;
  readonly isWorthTold: boolean;
}

/**
 * @param reveal Best first.
 * @param passed The share of the phase that has passed, from 0 to 1.
 * @returns null for the sum at the end.
 */
export function actAt(reveal: readonly Revealed[], passed: number): Act | null {
  const drawn = reveal.filter(revealed => revealed.strokes !== null).slice(0, shown);
  const fooling = drawn.filter(revealed => revealed.fooled.length > 0);
  // What nothing can be said of but that every machine read it is shown only where there is nothing else.
  const best = fooling.length > 0 ? fooling : drawn.slice(0, 1);
  if (best.length === 0) return null;
  const at = passed / Math.min((1 - summary) / best.length, longest);
  const place = best.length - Math.floor(at);
  const revealed = best[place - 1];
  if (!revealed) return null;
  const within = at - (best.length - place);
  const cards = revealed.guesses.length;
  const turned = within < firstCard ? 0 : Math.floor(1 + ((within - firstCard) / (lastCard - firstCard)) * (cards - 1) + 1e-9);
  return { place, revealed, turned: Math.min(cards, turned), isJuryTold: within >= firstCard / 2, isWorthTold: within >= worth };
}
