import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listenForThemeButtons } from '../js/theme';

beforeAll(listenForThemeButtons);

beforeEach(() => {
  document.body.innerHTML = '<button data-theme-button><svg></svg></button><button id="other"></button>';
});

afterEach(() => {
  delete document.documentElement.dataset.theme;
  document.cookie = 'theme=; path=/; max-age=0';
});

const button = (): HTMLElement => document.querySelector<HTMLElement>('[data-theme-button]')!;
const theme = (): string | undefined => document.documentElement.dataset.theme;

describe('Theme button', () => {
  test.each([
    ['system', 'light'],
    ['light', 'dark'],
    ['dark', 'system'],
    ['unknown', 'system'],
  ])('theme is %s: it becomes %s, for the page, the cookie and the name of the button', (before, after) => {
    document.documentElement.dataset.theme = before;
    button().click();

    expect(theme()).toBe(after);
    expect(document.cookie).toContain(`theme=${after}`);
    expect(button().ariaLabel).toBe(`Theme: ${after}`);
    expect(button().title).toBe(`Theme: ${after}`);
  });

  test('cookie: is kept for a year, for all pages', async () => {
    button().click();
    const cookie = (await cookieStore.get('theme')) as { expires: number; path: string };

    expect(cookie.path).toBe('/');
    expect((cookie.expires - Date.now()) / 86_400_000).toBeCloseTo(365, 1);
  });

  test('clicked on its icon: counts', () => {
    document.documentElement.dataset.theme = 'system';
    button()
      .querySelector('svg')!
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));

    expect(theme()).toBe('light');
  });

  test('"themechange": comes when the page has the new theme', () => {
    document.documentElement.dataset.theme = 'light';
    const themes: (string | undefined)[] = [];
    document.addEventListener('themechange', () => themes.push(theme()), { once: true });
    button().click();

    expect(themes).toEqual(['dark']);
  });
});

test('Other button: leaves the theme alone', () => {
  document.getElementById('other')!.click();

  expect(theme()).toBeUndefined();
});
