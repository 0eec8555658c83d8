// Where everything is on the picture of a drawing that fooled somebody. Pure numbers: share-card.ts paints them.

/** What the server puts into the button (ShareCard.cs). */
export interface ShareCard {
  readonly title: string;
  readonly asked: string;
  /** Strokes of [x, y], in any unit. */
  readonly strokes: readonly (readonly (readonly [x: number, y: number])[])[];
  readonly says: readonly { readonly name: string; readonly digit: number; readonly isRight: boolean }[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of text; y is its middle. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface CardLayout {
  readonly width: number;
  readonly height: number;
  readonly title: readonly Line[];
  readonly asked: Line;
  readonly sheet: Box;
  /** Places a point of the ink: x · scale + dx, y · scale + dy. */
  readonly ink: { readonly scale: number; readonly dx: number; readonly dy: number };
  readonly says: readonly { readonly box: Box; readonly name: Line; readonly digit: Line; readonly isRight: boolean }[];
  readonly game: Line;
}

/** The size that phones show and send without cutting. */
export const size = { width: 1080, height: 1350 };

const margin = 60;
const titleTop = 50;
const titleLine = 76;
const sheetTop = 220;
const sheetSide = 560;
const saysTop = 880;
const saysBottom = 1260;
const gap = 16;

/** The width of a text, in pixels, in the font of the title or of a name. */
export type Measure = (text: string, font: 'title' | 'name') => number;

export function layOut(card: ShareCard, measure: Measure): CardLayout {
  const sheet = { x: (size.width - sheetSide) / 2, y: sheetTop, width: sheetSide, height: sheetSide };
  return {
    ...size,
    title: wrap(card.title, size.width - 2 * margin, text => measure(text, 'title'))
      .slice(0, 2)
      .map((text, i, lines) => ({ text, x: size.width / 2, y: titleTop + titleLine * (i + (3 - lines.length) / 2) })),
    asked: { text: card.asked, x: size.width / 2, y: sheetTop + sheetSide + 45 },
    sheet,
    ink: fit(card.strokes.flat(), sheet),
    says: layOutSays(card, measure),
    game: { text: 'Game Night with ML!', x: size.width / 2, y: 1305 },
  };
}

/** Two columns, whose rows share the height; many are low, few are not higher than a button. */
function layOutSays(card: ShareCard, measure: Measure): CardLayout['says'] {
  const rows = Math.ceil(card.says.length / 2);
  const height = Math.min(84, (saysBottom - saysTop - gap * (rows - 1)) / Math.max(1, rows));
  const width = (size.width - 2 * margin - gap) / 2;
  return card.says.map(({ name, digit, isRight }, i) => {
    const box = {
      x: margin + (i % 2) * (width + gap),
      y: saysTop + Math.floor(i / 2) * (height + gap),
      width,
      height,
    };
    const middle = box.y + height / 2;
    return {
      box,
      name: { text: cut(name, width - 130, text => measure(text, 'name')), x: box.x + 28, y: middle },
      digit: { text: String(digit), x: box.x + width - 50, y: middle },
      isRight,
    };
  });
}

/** The largest scale at which the points fill the box but for a margin, and the shift that centres them. */
function fit(points: readonly (readonly [number, number])[], box: Box): CardLayout['ink'] {
  if (points.length === 0) return { scale: 1, dx: box.x, dy: box.y };
  const [left, right] = range(points.map(([x]) => x));
  const [top, bottom] = range(points.map(([, y]) => y));
  // A dot has no size.
  const scale = (box.width * 0.68) / Math.max(right - left, bottom - top, 1);
  return {
    scale,
    dx: box.x + box.width / 2 - (scale * (left + right)) / 2,
    dy: box.y + box.height / 2 - (scale * (top + bottom)) / 2,
  };
}

function range(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}

/** Lines of whole words that fit; a word that does not has a line of its own. */
function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The text, or as much of it as fits with an ellipsis. */
function cut(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let kept = text;
  while (kept.length > 1 && measure(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
