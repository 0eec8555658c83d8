import { expect, test } from 'vitest';
import { readModels } from '../../js/guess/model';
import { normalise } from '../../js/guess/normaliser';

const seven = [
  [
    [10, 10],
    [60, 10],
    [30, 90],
  ],
];

test('A drawing that is moved or enlarged gives the same image; one without ink gives none', () => {
  const moved = seven.map(stroke => stroke.map(([x = 0, y = 0]) => [3 * x + 200, 3 * y + 17]));
  expect(normalise(moved)).toEqual(normalise(seven));
  expect(normalise(seven)?.some(byte => byte === 255)).toBe(true);
  expect(normalise([[], []])).toBeNull();
});

test('What is no model in the game’s list is left out', () => {
  const model = {
    ...{ id: 'net', version: '2', address: '/models/net/2/model.onnx', bytes: 9, sha256: 'ab' },
    input: { name: 'image', layout: 'nchw', batch: null, scale: 1, offset: 0 },
    output: { name: 'p', kind: 'logits' },
  };
  const composed = { ...model, input: { ...model.input, layout: 'guesses' } };
  expect(readModels([model, composed, null, { id: 'x' }])).toEqual([model]);
  expect(readModels('<h1>Welcome to our hotel</h1>')).toEqual([]);
});
