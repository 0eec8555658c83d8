// A table of the page as CSV (RFC 4180). What the cells may carry for it is told in ChartRegion.razor.

/** So that spreadsheet programs see that it is UTF-8. */
const byteOrderMark = '\uFEFF';
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** What a spreadsheet program would take for a formula. */
const formula = /^[=+\-@\t\r]/;

export function tableToCsv(table: HTMLTableElement): string {
  const columns = [...(table.tHead?.rows[0]?.cells ?? [])].map(cell => cell.dataset['columns']?.split(';'));
  const rows = [...table.rows].map(row => {
    const isHeader = row.parentElement === table.tHead;
    return [...row.cells]
      .flatMap((cell, i) => fields(cell, columns[i], isHeader))
      .map(quote)
      .join(',');
  });
  return byteOrderMark + rows.map(row => row + '\r\n').join('');
}

function fields(cell: HTMLTableCellElement, columns: readonly string[] | undefined, isHeader: boolean): string[] {
  const text = cell.dataset['value'] ?? words(cell);
  if (!columns) return [text];
  if (isHeader) return columns.map(column => `${text} ${column}`.trim());
  const values = cell.dataset['values']?.split(';') ?? [text];
  return columns.map((_, i) => values[i] ?? '');
}

/** What is written in the cell; drawings in it are not. */
function words(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const drawing of copy.querySelectorAll('svg')) drawing.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function quote(field: string): string {
  const harmless = formula.test(field) && !plainNumber.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
