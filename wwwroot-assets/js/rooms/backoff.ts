const shortest = 500;
const longest = 5_000;

/**
 * How long to wait before the next try. Up to half of it is chance, so that a room full of phones does not come back all at once.
 * @param attempt How many tries have failed: 1 after the first one.
 * @param random From 0 to 1.
 * @returns Milliseconds, from 500 to 5,000.
 */
export function backoff(attempt: number, random = Math.random()): number {
  const whole = Math.min(longest, shortest * 2 ** attempt);
  return Math.max(shortest, whole * (1 - random / 2));
}
