// On a phone the links lie over the page: whoever has followed one wants to see it. Blazor changes the page without a reload.
export function closeMenuBehind(): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('#menu a') : null;
    const menu = document.getElementById('menu');
    if (link && menu?.matches(':popover-open')) menu.hidePopover();
  });
}
