// A button says which key presses it: data-hotkey="Enter", "Escape", "Ctrl+Z", "7".
// Keys therefore work exactly when their button does, and Blazor hears an ordinary click.
export function listenForKeys(): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.repeat || hasOwnUse(event)) return;
    const key = nameOf(event);
    const button = [...document.querySelectorAll<HTMLButtonElement>('[data-hotkey]')].find(
      candidate => candidate.dataset['hotkey'] === key && isPressable(candidate),
    );
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}

function nameOf(event: KeyboardEvent): string {
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  const alternative = event.altKey ? 'Alt+' : '';
  return control + alternative + (event.key.length === 1 ? event.key.toUpperCase() : event.key);
}

/** Enter presses the button or follows the link that has the focus, Escape shuts what lies on top; typing is typing. */
function hasOwnUse(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (event.key === 'Escape' && document.querySelector('dialog:modal, :popover-open')) return true;
  if (target.closest('textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"])')) return true;
  return event.key === 'Enter' && target.closest('button, a[href], summary') !== null;
}

function isPressable(button: HTMLButtonElement): boolean {
  return !button.disabled && button.checkVisibility();
}
