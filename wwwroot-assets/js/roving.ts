// A grid of links is one tab stop (roving tabindex): in a [data-roving] group the arrow keys go from one [data-cell="row,column"]
// to the nearest in their direction, over gaps; Home and End go to the first and the last.
import { closestTarget } from './closest-target';

const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function listenForGridKeys(): void {
  document.addEventListener('keydown', event => {
    const here = closestTarget(event, '[data-roving] [data-cell]');
    if (!here || event.ctrlKey || event.altKey || event.metaKey) return;
    const cells = [...(here.closest('[data-roving]')?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
    const next = event.key === 'Home' ? cells[0] : event.key === 'End' ? cells.at(-1) : neighbour(here, cells, steps[event.key]);
    if (!next) return;
    event.preventDefault();
    for (const cell of cells) cell.tabIndex = cell === next ? 0 : -1;
    next.focus();
  });
}

function neighbour(here: HTMLElement, cells: HTMLElement[], step: [number, number] | undefined): HTMLElement | undefined {
  if (!step) return undefined;
  const [row, column] = cellPosition(here);
  // Distances along the arrow and across it: the nearest line counts first, then the nearest cell on it.
  const candidates = cells
    .map(cell => ({ cell, position: cellPosition(cell) }))
    .map(({ cell, position: [r, c] }) => ({
      cell,
      along: (r - row) * step[0] + (c - column) * step[1],
      across: Math.abs((r - row) * step[1]) + Math.abs((c - column) * step[0]),
    }))
    .filter(({ along }) => along > 0)
    .sort((one, other) => one.across - other.across || one.along - other.along);
  return candidates[0]?.cell;
}

function cellPosition(cell: HTMLElement): [number, number] {
  const [row = 0, column = 0] = (cell.dataset.cell ?? '').split(',').map(Number);
  return [row, column];
}
