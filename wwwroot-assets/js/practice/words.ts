// What the page says, as the play page says it (FeedbackText.cs, AnswerCard.razor).
import { withArticle } from '../guess/live-words';

export const noDigit = 'No digit, then. Nobody learns from it.';

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
