// A grid of links is one stop of the Tab key: in a [data-roving] group the arrow keys go from one [data-cell="row,column"]
// to the next in their direction, over gaps; Home and End to the first and the last.
const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function roveWithArrows(): void {
  document.addEventListener('keydown', event => {
    const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-roving] [data-cell]') : null;
    if (!here || event.ctrlKey || event.altKey || event.metaKey) return;
    const cells = [...here.closest('[data-roving]')!.querySelectorAll<HTMLElement>('[data-cell]')];
    const next = event.key === 'Home' ? cells[0] : event.key === 'End' ? cells.at(-1) : neighbour(here, cells, steps[event.key]);
    if (!next) return;
    event.preventDefault();
    cells.forEach(cell => {
      cell.tabIndex = cell === next ? 0 : -1;
    });
    next.focus();
  });
}

function neighbour(here: HTMLElement, cells: HTMLElement[], step: [number, number] | undefined): HTMLElement | undefined {
  if (!step) return undefined;
  const [row, column] = placeOf(here);
  // How far ahead a cell lies, and how far off the line: the nearest line first, then the nearest on it.
  const ahead = cells
    .map(cell => ({ cell, place: placeOf(cell) }))
    .map(({ cell, place: [r, c] }) => ({
      cell,
      forward: (r - row) * step[0] + (c - column) * step[1],
      aside: Math.abs((r - row) * step[1]) + Math.abs((c - column) * step[0]),
    }))
    .filter(({ forward }) => forward > 0)
    .sort((one, other) => one.aside - other.aside || one.forward - other.forward);
  return ahead[0]?.cell;
}

function placeOf(cell: HTMLElement): [number, number] {
  const [row = 0, column = 0] = cell.dataset['cell']!.split(',').map(Number);
  return [row, column];
}
