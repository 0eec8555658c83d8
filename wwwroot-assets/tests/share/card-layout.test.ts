import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut, size, type Box, type ShareCard } from '../../js/share/card-layout';

/** Each letter is as wide as half its height. */
const measure = (text: string, font: 'title' | 'name'): number => text.length * (font === 'title' ? 34 : 17);

const card = (of: Partial<ShareCard> = {}): ShareCard => ({
  title: 'Fooled 3 of 6 machines',
  asked: 'Asked for: a 7',
  strokes: [
    [
      [10, 10],
      [60, 10],
      [30, 90],
    ],
  ],
  says: ['one', 'two', 'three'].map((name, digit) => ({ name, digit, isRight: digit === 1 })),
  ...of,
});

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

test('Any number of contestants: each has a place of its own on the picture, below the sheet and above the name of the game', () => {
  for (let count = 0; count <= 14; count++) {
    const says = Array.from({ length: count }, (_, i) => ({ name: `Contestant ${i}`, digit: i % 10, isRight: false }));
    const layout = layOut(card({ says }), measure);
    const boxes = layout.says.map(({ box }) => box);
    expect(boxes).toHaveLength(count);
    for (const [i, box] of boxes.entries()) {
      expect(box.x >= 0 && box.x + box.width <= size.width).toBe(true);
      expect(box.y).toBeGreaterThan(layout.asked.y);
      expect(box.y + box.height).toBeLessThan(layout.game.y - 20);
      expect(boxes.slice(i + 1).some(other => overlap(box, other))).toBe(false);
    }
  }
});

test('Any ink: fills the sheet, is centred on it and keeps its shape', () => {
  const point = fc.tuple(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.double({ min: -1e4, max: 1e4, noNaN: true }));
  fc.assert(
    fc.property(fc.array(fc.array(point, { minLength: 1 }), { minLength: 1 }), strokes => {
      const { ink, sheet } = layOut(card({ strokes }), measure);
      for (const [x, y] of strokes.flat()) {
        expect(x * ink.scale + ink.dx).toBeGreaterThan(sheet.x);
        expect(x * ink.scale + ink.dx).toBeLessThan(sheet.x + sheet.width);
        expect(y * ink.scale + ink.dy).toBeGreaterThan(sheet.y);
        expect(y * ink.scale + ink.dy).toBeLessThan(sheet.y + sheet.height);
      }
    }),
  );
});

test('Long title: takes two lines; a short one stands in the middle of them', () => {
  const [first, second] = layOut(card({ title: 'You fooled every single machine of this long and merry evening' }), measure).title;
  expect(first!.y).toBeLessThan(second!.y);
  const [only, ...rest] = layOut(card({ title: 'Fooled!' }), measure).title;
  expect(rest).toEqual([]);
  expect(only!.y).toBeGreaterThan(first!.y);
  expect(only!.y).toBeLessThan(second!.y);
});

test('Long name: is cut, and ends with an ellipsis', () => {
  const says = [{ name: 'A convolutional network with a very long name', digit: 3, isRight: false }];
  const [line] = layOut(card({ says }), measure).says;
  expect(line!.name.text).toMatch(/^A convolutional.*…$/);
  expect(measure(line!.name.text, 'name')).toBeLessThan(line!.box.width - 100);
});
