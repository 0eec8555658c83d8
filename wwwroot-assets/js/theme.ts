// The theme is a cookie, so that the server renders the right one at once and nothing flashes.
const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const year = 365 * 24 * 60 * 60;

export function offerThemes(): void {
  // Listening on the document survives Blazor's page changes, which replace the button.
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-theme-button]') : null;
    if (button) apply(button, following(document.documentElement.dataset['theme']));
  });
}

function following(current: string | undefined): Theme {
  return themes[(themes.indexOf(current as Theme) + 1) % themes.length] ?? 'system';
}

function apply(button: HTMLElement, theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  document.cookie = `theme=${theme}; path=/; max-age=${year}; samesite=lax`;
  const name = `Theme: ${theme}`;
  button.setAttribute('aria-label', name);
  button.title = name;
  document.dispatchEvent(new Event('themechange'));
}
