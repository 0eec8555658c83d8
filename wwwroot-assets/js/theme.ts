// The theme is kept in a cookie, so that the server renders the right one and nothing flashes.
const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const yearInSeconds = 365 * 24 * 60 * 60;

/** Each press of a [data-theme-button] goes on to the next theme and dispatches "themechange" on the document. */
export function listenForThemeButtons(): void {
  // Listening on the document survives Blazor's page changes, which replace the button.
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-theme-button]') : null;
    if (button) apply(button, nextTheme(document.documentElement.dataset.theme));
  });
}

function nextTheme(current: string | undefined): Theme {
  return themes[(themes.indexOf(current as Theme) + 1) % themes.length] ?? 'system';
}

function apply(button: HTMLElement, theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  document.cookie = `theme=${theme}; path=/; max-age=${yearInSeconds}; samesite=lax`;
  const name = `Theme: ${theme}`;
  button.setAttribute('aria-label', name);
  button.title = name;
  document.dispatchEvent(new Event('themechange'));
}
