import { constantFrom, array, double, integer, property, record, assert as check } from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Ink, type InputKind } from '../../js/pad/ink';

const key = `game-night.ink${location.pathname}`;
const inputKinds: InputKind[] = ['mouse', 'touch', 'pen', 'keyboard'];

/** Strokes with at least one point each, as every input device begins them, and the milliseconds from point to point. */
const drawings = array(
  record({
    input: constantFrom(...inputKinds),
    points: array(
      record({
        x: double({ min: 0, max: 1000, noNaN: true }),
        y: double({ min: 0, max: 1000, noNaN: true }),
        ms: integer({ min: 0, max: 500 }),
      }),
      { minLength: 1, maxLength: 20 },
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

function draw(strokes: { input: InputKind; points: { x: number; y: number; ms: number }[] }[], ink = new Ink()): Ink {
  let time = performance.now();
  for (const { input, points } of strokes) {
    ink.beginStroke(400, input);
    for (const { x, y, ms } of points) ink.add(x, y, (time += ms));
  }
  return ink;
}

function restored(): Ink {
  const ink = new Ink();
  ink.restore();
  return ink;
}

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

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

describe('Ink.restore', () => {
  test('any saved drawing: has the same strokes, inputs and unit', () => {
    check(
      property(drawings, strokes => {
        const ink = draw(strokes);
        ink.save();
        const copy = restored();

        expect(copy.strokes).toEqual(ink.strokes);
        expect(copy.inputs).toEqual(ink.inputs);
        expect(copy.unit).toBe(ink.unit);
      }),
    );
  });

  test('any saved drawing that is drawn on: times never run backwards', () => {
    check(
      property(drawings, drawings, (before, after) => {
        sessionStorage.clear();
        draw(before).save();
        const times = draw(after, restored())
          .strokes.flat()
          .map(([, , t]) => t);

        expect(times).toEqual([...times].sort((one, other) => one - other));
      }),
    );
  });

  test('saved drawing with 20,000 points: is full', () => {
    const stroke = Array.from({ length: 20_000 }, (_, i) => [i, 0, i]);
    sessionStorage.setItem(key, JSON.stringify({ unit: 400, strokes: [stroke], inputs: ['pen'] }));

    expect(restored().isFull).toBe(true);
  });

  test('nothing saved: is blank', () => {
    expect(restored().isBlank).toBe(true);
  });

  test('drawing of another page: is blank', () => {
    const here = location.href;
    draw([{ input: 'pen', points: [{ x: 1, y: 1, ms: 0 }] }]).save();
    history.replaceState(null, '', '/another-page');
    try {
      expect(restored().isBlank).toBe(true);
    } finally {
      history.replaceState(null, '', here);
    }
    expect(restored().isBlank).toBe(false);
  });
});

describe('Ink.save', () => {
  test('blank sheet: leaves nothing to restore', () => {
    const ink = draw([{ input: 'pen', points: [{ x: 1, y: 1, ms: 0 }] }]);
    ink.save();
    ink.undo();
    ink.save();

    expect(sessionStorage.getItem(key)).toBeNull();
  });

  test('storage is full: the drawing stays', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError');
    });
    const ink = draw([{ input: 'pen', points: [{ x: 1, y: 1, ms: 0 }] }]);
    ink.save();

    expect(ink.isBlank).toBe(false);
  });
});
