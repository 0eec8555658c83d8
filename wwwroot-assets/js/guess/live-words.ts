// What a contestant says of a drawing that is not finished, as the server says it (LiveGuessText.cs).

/** From this confidence on only one digit is named. */
const sure = 0.5;

export const allEyes = 'I’m all eyes.';

/** "a 3" and "an 8". */
export function withArticle(digit: number): string {
  return digit === 8 ? 'an 8' : `a ${digit}`;
}

/** The most likely digit; the first of several. */
export function digitOf(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

/** @param before The digit that was seen before the last stroke; null where there was none. */
export function sayLive(probabilities: readonly number[], before: number | null): string {
  const digit = digitOf(probabilities);
  const seen = withArticle(digit);
  if (before !== null && before !== digit) return `${withArticle(before)}?… no, ${seen}!`;
  if ((probabilities[digit] ?? 0) >= sure) return `I see ${seen}…`;
  const others = probabilities.map((share, other) => (other === digit ? -1 : share));
  return `Maybe ${seen}… or ${withArticle(digitOf(others))}?`;
}
