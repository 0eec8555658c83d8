// What the page says, as the play page says it (LiveGuessText.cs, FeedbackText.cs, AnswerCard.razor).

/** From this confidence on only one digit is named. */
const sure = 0.5;

export const allEyes = 'I’m all eyes.';
export const noDigit = 'No digit, then. Nobody learns from it.';

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

/** Only a confidence of exactly 1 is shown as 100.00 %. */
export function exactPercent(share: number): string {
  return `${Math.min(share < 1 ? 99.99 : 100, 100 * share).toFixed(2)} %`;
}

/** In whole percents; ">99 %" for what would round to 100 % and is less than certain. */
export function percent(share: number): string {
  return share >= 0.995 && share < 1 ? '>99 %' : `${(100 * share).toFixed(0)} %`;
}

export function thanksFor(digit: number, recognised: boolean): string {
  return recognised ? 'Got it! Thank you for telling me.' : `Thank you. So that is ${withArticle(digit)}.`;
}

export function drawings(count: number): string {
  return count === 1 ? '1 drawing' : `${count.toLocaleString('en')} drawings`;
}
