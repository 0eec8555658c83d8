// <button data-card="{…}"> saves a picture of a drawing and of who said what to it. It is made here: nothing leaves the browser.
import { closestTarget } from '../closest-target';
import { inkPath } from '../pad/painter';
import { required } from '../required';
import { save } from '../save-file';
import { layOut, size, type Box, type CardLayout, type Line, type ShareCard } from './card-layout';

// Always paper: the picture is seen beside other pictures, not on the page.
const paper = '#faf5e9';
const sheet = '#fffdf8';
const ink = '#1d1a16';
const hair = '#d8ccb3';
const marker = '#ffe48a';

const display = (weight: number, pixels: number): string => `${weight} ${pixels}px 'Bricolage Grotesque', 'Trebuchet MS', sans-serif`;
const fonts = { title: display(800, 68), name: display(650, 34), digit: display(800, 52), game: display(800, 40), asked: display(700, 44) };

export function listenForShares(): void {
  document.addEventListener('click', event => {
    const button = closestTarget(event, '[data-card]');
    if (button) void share(button);
  });
}

async function share(button: HTMLElement): Promise<void> {
  const note = button.parentElement?.querySelector('[data-card-note]');
  if (note) note.textContent = '';
  try {
    // The server has written it: see ShareCard.cs.
    const card = JSON.parse(button.dataset.card ?? '') as ShareCard;
    save(await paintCard(card), 'game-night.png');
  } catch (error) {
    if (note) note.textContent = 'The picture couldn’t be made.';
    console.error('The picture couldn’t be made.', error);
  }
}

/** @returns A PNG file. */
export async function paintCard(card: ShareCard): Promise<Blob> {
  // Those that the page does not show yet are not loaded.
  await Promise.all(Object.values(fonts).map(font => document.fonts.load(font)));
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = required(canvas.getContext('2d'), 'The 2D context of the canvas');
  const layout = layOut(card, (text, font) => {
    context.font = fonts[font];
    return context.measureText(text).width;
  });
  paint(context, layout, card);
  return canvas.convertToBlob({ type: 'image/png' });
}

function paint(context: OffscreenCanvasRenderingContext2D, layout: CardLayout, card: ShareCard): void {
  context.textBaseline = 'middle';
  context.fillStyle = paper;
  context.fillRect(0, 0, layout.width, layout.height);
  for (const line of layout.title) write(context, line, fonts.title, ink, 'center');
  frame(context, layout.sheet, sheet, ink);
  const { scale, dx, dy } = layout.ink;
  context.fillStyle = ink;
  for (const stroke of card.strokes) {
    const points = stroke.map(([x, y]) => [x * scale + dx, y * scale + dy] as const);
    context.fill(inkPath(points, layout.sheet.width, true));
  }
  write(context, layout.asked, fonts.asked, ink, 'center');
  for (const { box, name, digit, isRight } of layout.says) {
    frame(context, box, isRight ? sheet : marker, isRight ? hair : ink);
    write(context, name, fonts.name, ink, 'left');
    write(context, digit, fonts.digit, ink, 'center');
  }
  write(context, layout.game, fonts.game, ink, 'center');
}

function frame(context: OffscreenCanvasRenderingContext2D, { x, y, width, height }: Box, fill: string, edge: string): void {
  context.beginPath();
  context.roundRect(x, y, width, height, 20);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 4;
  context.strokeStyle = edge;
  context.stroke();
}

function write(context: OffscreenCanvasRenderingContext2D, line: Line, font: string, colour: string, align: CanvasTextAlign): void {
  context.font = font;
  context.fillStyle = colour;
  context.textAlign = align;
  context.fillText(line.text, line.x, line.y);
}
