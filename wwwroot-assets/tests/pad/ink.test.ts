import { describe, expect, test } from 'vitest';
import { Ink } from '../../js/pad/ink';
import { draw } from './drawings';

describe('Ink.add', () => {
  test('first point: has the time 0, later ones the milliseconds since then, in all strokes', () => {
    const ink = new Ink();
    ink.beginStroke(400, 'pen');
    ink.add(1, 2, 5000);
    ink.add(3, 4, 5016.4);
    ink.beginStroke(400, 'mouse');
    ink.add(5, 6, 5300);

    expect(ink.strokes).toEqual([
      [
        [1, 2, 0],
        [3, 4, 16],
      ],
      [[5, 6, 300]],
    ]);
    expect(ink.inputs).toEqual(['pen', 'mouse']);
  });

  test('coordinates: are rounded to hundredths', () => {
    const ink = new Ink();
    ink.beginStroke(400, 'mouse');
    ink.add(1.23456, 9.999, 0);

    expect(ink.strokes).toEqual([[[1.23, 10, 0]]]);
  });

  test('pen that rests: adds no second point', () => {
    const ink = new Ink();
    ink.beginStroke(400, 'mouse');
    ink.add(7, 7, 0);

    expect(ink.add(7.001, 7, 50)).toBe(true);
    expect(ink.strokes).toEqual([[[7, 7, 0]]]);
  });

  test('event from before the first point: its time is 0, not negative', () => {
    const ink = new Ink();
    ink.beginStroke(400, 'mouse');
    ink.add(1, 1, 100);
    ink.add(2, 2, 90);

    expect(ink.strokes[0]?.map(([, , t]) => t)).toEqual([0, 0]);
  });

  test('before any stroke: takes nothing', () => {
    expect(new Ink().add(1, 1, 0)).toBe(false);
  });

  test('20,000 points: the next is refused, and taken once undo has made room', () => {
    const ink = new Ink();
    ink.beginStroke(400, 'mouse');
    ink.add(0, 0, 0);
    ink.beginStroke(400, 'mouse');
    for (let i = 1; i < 20_000; i++) expect(ink.add(i, 0, i)).toBe(true);

    expect(ink.isFull).toBe(true);
    expect(ink.add(1, 1, 1)).toBe(false);
    ink.undo();
    expect(ink.add(1, 1, 1)).toBe(true);
  });
});

describe('Ink.beginStroke', () => {
  test('first stroke: sets the unit; on a sheet of another width the next one keeps it', () => {
    const ink = new Ink();
    ink.beginStroke(400, 'mouse');
    ink.add(0, 0, 0);
    ink.beginStroke(800, 'mouse');

    expect(ink.unit).toBe(400);
  });

  test('500 strokes: the next is refused', () => {
    const ink = new Ink();
    for (let i = 0; i < 500; i++) expect(ink.beginStroke(400, 'touch')).toBe(true);

    expect(ink.isFull).toBe(true);
    expect(ink.beginStroke(400, 'touch')).toBe(false);
    expect(ink.inputs).toHaveLength(500);
  });
});

describe('Ink.undo', () => {
  test('two strokes: takes the last one and its input', () => {
    const ink = draw([
      { input: 'pen', points: [{ x: 1, y: 1, ms: 0 }] },
      { input: 'touch', points: [{ x: 2, y: 2, ms: 10 }] },
    ]);
    ink.undo();

    expect(ink.strokes).toEqual([[[1, 1, 0]]]);
    expect(ink.inputs).toEqual(['pen']);
  });

  test('blank sheet: stays blank', () => {
    const ink = new Ink();
    ink.undo();

    expect(ink.isBlank).toBe(true);
  });
});

describe('Ink.clear', () => {
  test('drawing: is blank, and the next one has its own unit and times', () => {
    const ink = draw([{ input: 'pen', points: [{ x: 1, y: 1, ms: 0 }] }]);
    ink.clear();
    expect(ink.isBlank).toBe(true);
    expect(ink.inputs).toEqual([]);

    ink.beginStroke(300, 'mouse');
    ink.add(9, 9, performance.now() + 60_000);
    expect(ink.unit).toBe(300);
    expect(ink.strokes).toEqual([[[9, 9, 0]]]);
  });
});
