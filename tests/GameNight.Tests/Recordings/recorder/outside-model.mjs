// A model as somebody else might have trained it, of two kilobytes: it looks at a drawing in 7 × 7 blocks and compares it with
// one template a digit. Written by the few fields of onnx.proto that it needs.
import { writeFileSync } from 'node:fs';

const side = 7;
const blocks = side * side;

/** What the game sees of ten drawings, one of each digit. */
export async function images(caller, draw) {
  const answers = [];
  for (let digit = 0; digit < 10; digit++) answers.push(await caller.post('/api/algorithms/k-means/predictions', { strokes: draw(digit) }));
  return answers.map(answer => answer.image);
}

/** @param images Ten of 784 bytes, 0 to 9. @param sharpness How sure it is of the nearest. */
export function writeOutsideModel(folder, name, images, sharpness, algorithm = 'templates') {
  const templates = images.map(pool);
  const weights = Array.from({ length: blocks * 10 }, (_, i) => 2 * sharpness * templates[i % 10][Math.floor(i / 10)]);
  const bias = templates.map(template => -sharpness * template.reduce((sum, value) => sum + value * value, 0));
  writeFileSync(`${folder}/${name}.onnx`, model([
    constant('W', [blocks, 10], weights), constant('b', [10], bias),
    node('AveragePool', ['image'], ['blocks'], ints('kernel_shape', [4, 4]), ints('strides', [4, 4])),
    node('Flatten', ['blocks'], ['flat']), node('MatMul', ['flat', 'W'], ['products']), node('Add', ['products', 'b'], ['scores']),
    value(11, 'image', ['N', 1, 28, 28]), value(12, 'scores', ['N', 10]),
  ]));
  writeFileSync(`${folder}/${name}.json`, JSON.stringify({
    algorithm, name: 'Ten templates', family: 'templates', description: 'I compare, and am as sure as I was told to be.',
    license: 'MIT', trainedOn: { drawings: 'ten, by a made-up hand', sharpness },
    metrics: [{ dataset: 'its own templates', accuracy: 1, n: 10 }],
    input: { name: 'image', layout: 'nchw', scale: 1 / 255, offset: 0 }, output: { name: 'scores', kind: 'logits' },
  }, null, 2));
}

const pool = image => Array.from({ length: blocks }, (_, block) => {
  const [top, left] = [4 * Math.floor(block / side), 4 * (block % side)];
  let sum = 0;
  for (let i = 0; i < 16; i++) sum += image[(top + (i >> 2)) * 28 + left + (i & 3)];
  return sum / 16 / 255;
});

const model = graph => Buffer.concat([number(1, 8), bytes(8, text(1, ''), number(2, 13)), bytes(7, ...graph, text(2, 'templates'))]);
const node = (operation, inputs, outputs, ...attributes) => bytes(1,
  ...inputs.map(name => text(1, name)), ...outputs.map(name => text(2, name)), text(4, operation), ...attributes);
const ints = (name, values) => bytes(5, text(1, name), ...values.map(value => number(8, value)), number(20, 7));
const constant = (name, shape, values) => bytes(5,
  ...shape.map(length => number(1, length)), number(2, 1), text(8, name), bytes(9, Buffer.from(new Float32Array(values).buffer)));
const value = (field, name, shape) => bytes(field, text(1, name), bytes(2, bytes(1, number(1, 1), bytes(2,
  ...shape.map(length => bytes(1, typeof length === 'string' ? text(2, length) : number(1, length)))))));

const text = (field, content) => bytes(field, Buffer.from(content));
const bytes = (field, ...content) => {
  const body = Buffer.concat(content);
  return Buffer.concat([varint(field << 3 | 2), varint(body.length), body]);
};
const number = (field, content) => Buffer.concat([varint(field << 3), varint(content)]);
const varint = content => {
  const digits = [];
  for (; content > 127; content = Math.floor(content / 128)) digits.push(content % 128 | 128);
  return Buffer.from([...digits, content]);
};
