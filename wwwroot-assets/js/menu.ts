// On a phone the menu lies over the page, and Blazor changes the page without a load: following a link in it closes it.
import { closestTarget } from './closest-target';

export function closeMenuOnNavigation(): void {
  document.addEventListener('click', event => {
    const menu = document.getElementById('menu');
    if (closestTarget(event, '#menu a') && menu?.matches(':popover-open')) menu.hidePopover();
  });
}
