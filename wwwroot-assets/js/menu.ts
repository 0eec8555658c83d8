// On a phone the menu lies over the page. Blazor changes the page without a load, so the menu is closed here when a link in it is followed.
export function closeMenuOnNavigation(): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('#menu a') : null;
    const menu = document.getElementById('menu');
    if (link && menu?.matches(':popover-open')) menu.hidePopover();
  });
}
