// On a phone the menu and the contestants lie over the page. Blazor changes the page without a load: following a link, or choosing,
// closes them.
import { closestTarget } from './closest-target';

export function closeMenuOnNavigation(): void {
  document.addEventListener('click', event => {
    const menu = document.getElementById('menu');
    if (closestTarget(event, '#menu a') && menu?.matches(':popover-open')) menu.hidePopover();
  });
}

/** Only a tap or a click chooses: the arrow keys pass by others on their way. */
export function closeSheetOnChoice(): void {
  document.addEventListener('click', event => {
    const sheet = closestTarget(event, 'input[type="radio"]')?.closest<HTMLElement>('[popover]');
    if (event.detail > 0 && sheet?.matches(':popover-open')) sheet.hidePopover();
  });
}
