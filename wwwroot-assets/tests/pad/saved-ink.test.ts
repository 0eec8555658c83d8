import { assert as check, property } from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Ink } from '../../js/pad/ink';
import { draw, drawings } from './drawings';

const key = `game-night.ink${location.pathname}`;

function restored(): Ink {
  const ink = new Ink();
  ink.restore();
  return ink;
}

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
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

  test.each([
    'not JSON',
    '7',
    '{}',
    '{"unit":0,"strokes":[[[1,2,3]]],"inputs":["pen"]}',
    '{"unit":400,"strokes":[[[1,2,3]]]}',
    '{"unit":400,"strokes":[[[1,2,3]]],"inputs":[]}',
    '{"unit":400,"strokes":[[[1,2,3]]],"inputs":["brush"]}',
    '{"unit":400,"strokes":[7],"inputs":["pen"]}',
    '{"unit":400,"strokes":[[[1,2]]],"inputs":["pen"]}',
    '{"unit":400,"strokes":[[[1,2,null]]],"inputs":["pen"]}',
    '{"unit":400,"strokes":"abc","inputs":["pen","pen","pen"]}',
  ])('%s in the storage, which is no drawing: is blank, and can be drawn on', saved => {
    sessionStorage.setItem(key, saved);
    const ink = restored();
    expect(ink.isBlank).toBe(true);
    ink.beginStroke(300, 'mouse');
    ink.add(1, 2, 0);

    expect([ink.unit, ink.strokes]).toEqual([300, [[[1, 2, 0]]]]);
  });

  test('storage is forbidden: is blank', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('Not allowed.', 'SecurityError');
    });

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
