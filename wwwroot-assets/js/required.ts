/**
 * For what must be there: an element that the server renders, a context of a canvas.
 * @param what Names it in the error, as the beginning of a sentence.
 */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`${what} is missing.`);
  return value;
}
