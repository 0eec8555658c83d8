// Where this browser runs no contestant, the game is asked, as long as it is there. Nothing is stored by that.
import type { BrowserAnswer } from '../guess/guesser';
import type { BrowserGuess, Strokes } from '../guess/messages';
import { normalise } from '../guess/normaliser';

const timeout = 10_000;

/** @returns null where nobody answers. */
export async function askServer(ids: readonly string[], strokes: Strokes): Promise<BrowserAnswer | null> {
  const answers = await Promise.all(ids.map(id => ask(id, strokes)));
  const guesses = answers.filter(guess => guess !== null);
  return guesses.length > 0 ? { image: normalise(strokes), guesses } : null;
}

async function ask(id: string, strokes: Strokes): Promise<BrowserGuess | null> {
  try {
    const answer = await fetch(`/api/algorithms/${id}/predictions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ strokes }),
      signal: AbortSignal.timeout(timeout),
    });
    const { version, probabilities } = (await answer.json()) as { version?: unknown; probabilities?: unknown };
    const isGuess = answer.ok && typeof version === 'string' && Array.isArray(probabilities) && probabilities.length === 10;
    return isGuess ? { algorithm: id, version, probabilities: probabilities.map(Number) } : null;
  } catch (reason) {
    console.debug(`${id} does not answer.`, reason);
    return null;
  }
}
