import { beforeEach, describe, expect, test } from 'vitest';
import { listenForPointers } from '../../js/pad/pointer';
import { PenRecorder } from './recorder';

let sheet: HTMLElement;
let pen: PenRecorder;
let lifetime: AbortController;
let captured: number[];

beforeEach(() => {
  document.body.innerHTML = '<div style="position: fixed; left: 40px; top: 30px; width: 200px; height: 200px; border: 5px solid"></div>';
  sheet = document.querySelector('div')!;
  // A browser captures only pointers of real devices.
  captured = [];
  sheet.setPointerCapture = id => captured.push(id);
  pen = new PenRecorder();
  lifetime = new AbortController();
  listenForPointers(sheet, pen, lifetime.signal);
});

function send(type: string, options: PointerEventInit = {}): void {
  sheet.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', bubbles: true, ...options }));
}

describe('A stroke', () => {
  test('of a mouse: is placed from the corner inside the border, and follows the pointer over the edge', () => {
    send('pointerdown', { clientX: 145, clientY: 85 });
    send('pointermove', { clientX: 155, clientY: 95 });
    send('pointerup');

    expect(pen.calls).toEqual([['down', 100, 50, 'mouse'], ['move', 110, 60], ['up']]);
    expect(captured).toEqual([1]);
  });

  test.each([
    ['touch', 'touch'],
    ['pen', 'pen'],
    ['mouse', 'mouse'],
    ['', 'mouse'],
  ])('of a device that calls itself "%s": is drawn with %s', (pointerType, input) => {
    send('pointerdown', { pointerType });

    expect(pen.calls[0]?.[3]).toBe(input);
  });

  test('with several samples in a frame: has all of them', () => {
    send('pointerdown', { clientX: 45, clientY: 35 });
    const coalescedEvents = [1, 2, 3].map(x => new PointerEvent('pointermove', { pointerId: 1, clientX: 45 + x, clientY: 35 }));
    send('pointermove', { clientX: 48, clientY: 35, coalescedEvents });

    expect(pen.calls.slice(1)).toEqual([
      ['move', 1, 0],
      ['move', 2, 0],
      ['move', 3, 0],
    ]);
  });

  test.each(['pointerup', 'pointercancel', 'lostpointercapture'])('%s: ends it once, and the next pointer can draw', end => {
    send('pointerdown');
    send(end);
    send('lostpointercapture');
    send('pointerdown', { pointerId: 2 });

    expect(pen.names).toEqual(['down', 'up', 'down']);
  });
});

describe('What draws nothing', () => {
  test('pointer that hovers', () => {
    send('pointermove');

    expect(pen.calls).toEqual([]);
  });

  test('right and middle button', () => {
    send('pointerdown', { button: 2 });
    send('pointerdown', { button: 1 });

    expect(pen.calls).toEqual([]);
  });

  test('second finger: neither draws nor ends the stroke of the first', () => {
    send('pointerdown', { pointerType: 'touch' });
    send('pointerdown', { pointerType: 'touch', pointerId: 2 });
    send('pointermove', { pointerType: 'touch', pointerId: 2 });
    send('pointerup', { pointerType: 'touch', pointerId: 2 });

    expect(pen.names).toEqual(['down']);
  });

  test('palm of the hand, once a pen has drawn', () => {
    send('pointerdown', { pointerType: 'pen' });
    send('pointerup', { pointerType: 'pen' });
    send('pointerdown', { pointerType: 'touch', pointerId: 2 });

    expect(pen.names).toEqual(['down', 'up']);
  });

  test('anything, after the lifetime has ended', () => {
    lifetime.abort();
    send('pointerdown');

    expect(pen.calls).toEqual([]);
  });
});

test.each(['touchstart', 'contextmenu'])('%s: its effect on the page is prevented', type => {
  expect(sheet.dispatchEvent(new Event(type, { cancelable: true }))).toBe(false);
});
