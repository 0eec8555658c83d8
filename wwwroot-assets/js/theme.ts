// The theme is kept in a cookie, so that the server renders the right one and nothing flashes.
import { closestTarget } from './closest-target';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const yearInSeconds = 365 * 24 * 60 * 60;

/** Each press of a [data-theme-button] goes on to the next theme and dispatches "themechange" on the document. */
export function listenForThemeButtons(): void {
  document.addEventListener('click', event => {
    const button = closestTarget(event, '[data-theme-button]');
    if (button) apply(button, nextTheme(document.documentElement.dataset.theme));
  });
}

function nextTheme(current: string | undefined): Theme {
  return themes[(themes.findIndex(theme => theme === current) + 1) % themes.length] ?? 'system';
}

function apply(button: HTMLElement, theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `theme=${theme}; path=/; max-age=${yearInSeconds}; samesite=lax${secure}`;
  const name = `Theme: ${theme}`;
  button.setAttribute('aria-label', name);
  button.title = name;
  document.dispatchEvent(new Event('themechange'));
}
