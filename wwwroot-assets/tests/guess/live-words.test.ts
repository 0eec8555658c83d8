import { expect, test } from 'vitest';
import { sayLive } from '../../js/guess/live-words';

const shares = (most: number, at: number, second = 0): number[] =>
  Array.from({ length: 10 }, (_, digit) => (digit === at ? most : digit === second ? 1 - most : 0));

test.each([
  [shares(0.9, 8), null, 'I see an 8…'],
  [shares(0.9, 8), 3, 'a 3?… no, an 8!'],
  [shares(0.9, 8), 8, 'I see an 8…'],
  [[0.4, 0.35, 0.25, 0, 0, 0, 0, 0, 0, 0], null, 'Maybe a 0… or a 1?'],
])('The live guess %j after %s is "%s"', (probabilities, before, words) => {
  expect(sayLive(probabilities, before)).toBe(words);
});
