// The browser of the tests is in Asia/Kolkata, 5:30 hours before UTC in summer and winter (vitest.config.js).
import { beforeAll, describe, expect, test } from 'vitest';
import { defineLocalTime } from '../js/local-time';

beforeAll(defineLocalTime);

function show(datetime: string): HTMLElement {
  document.body.innerHTML = `<local-time datetime="${datetime}">in UTC</local-time>`;
  return document.querySelector<HTMLElement>('local-time')!;
}

const shown = (element: HTMLElement): string => element.shadowRoot?.textContent ?? element.textContent;

describe('<local-time>', () => {
  test('time in UTC: is shown in the zone of the reader, and in UTC as a title', () => {
    const element = show('2026-11-21T23:45:00Z');

    expect(shown(element)).toBe('22 Nov 2026, 05:15');
    expect(element.title).toBe('2026-11-21T23:45:00.000Z');
  });

  test('other time: is shown instead', () => {
    const element = show('2026-11-21T23:45:00Z');
    element.setAttribute('datetime', '2026-01-01T00:00:00Z');

    expect(shown(element)).toBe('1 Jan 2026, 05:30');
  });

  test('content that Blazor writes anew: changes nothing', () => {
    const element = show('2026-11-21T23:45:00Z');
    element.textContent = 'in UTC again';

    expect(shown(element)).toBe('22 Nov 2026, 05:15');
  });

  test.each(['', 'yesterday'])('datetime="%s": shows its content', datetime => {
    expect(shown(show(datetime))).toBe('in UTC');
  });
});
