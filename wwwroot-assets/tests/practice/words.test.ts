import { expect, test } from 'vitest';
import { exactPercent, percent } from '../../js/practice/words';

test('Only certainty is 100 %', () => {
  expect([exactPercent(0.99999), exactPercent(1), exactPercent(0.9978)]).toEqual(['99.99 %', '100.00 %', '99.78 %']);
  expect([percent(0.999), percent(1), percent(0.784)]).toEqual(['>99 %', '100 %', '78 %']);
});
