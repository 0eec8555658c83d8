// An HTML table as CSV (RFC 4180, UTF-8 with a byte order mark). ChartRegion.razor says which attributes of the cells it reads.

/** Tells spreadsheet programs that the file is UTF-8. */
const byteOrderMark = '\uFEFF';
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Beginnings that a spreadsheet program takes for a formula; an apostrophe in front makes them text. */
const formula = /^[=+\-@\t\r]/;

export function tableToCsv(table: HTMLTableElement): string {
  const columns = [...(table.tHead?.rows[0]?.cells ?? [])].map(cell => cell.dataset.columns?.split(';'));
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
  const text = cell.dataset.value ?? cellText(cell);
  if (!columns) return [text];
  if (isHeader) return columns.map(column => `${text} ${column}`.trim());
  const values = cell.dataset.values?.split(';') ?? [text];
  return columns.map((_, i) => values[i] ?? '');
}

/** The text of the cell without that of its drawings. */
function cellText(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const drawing of copy.querySelectorAll('svg')) drawing.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

function quote(field: string): string {
  const escaped = formula.test(field) && !plainNumber.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(escaped) ? `"${escaped.replaceAll('"', '""')}"` : escaped;
}
