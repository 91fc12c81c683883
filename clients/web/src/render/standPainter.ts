import type { Area } from '../room/floorPlan';
import { contrast, cssOf, legible, readColour, type Rgb } from './colour';
import { box, type Drawing } from './floorPainter';
import type { StandSignFigure } from './roomRenderer';

/** A stand is a house folded out flat: the outline, and the roof's ridge and hips in the exhibitor's colour. */
export function paintStand(drawing: Drawing, area: Area): void {
  const { context, tile } = drawing;
  const inset = tile * 0.12;
  const [left, top, outerWidth, outerHeight] = box(tile, area);
  const [x, y, width, height] = [left + inset, top + inset, outerWidth - inset * 2, outerHeight - inset * 2];
  const colour = cssOf(standColour(drawing, area));
  const hip = Math.min(width, height) / 2;
  const [ax, ay] = width >= height ? [x + hip, y + height / 2] : [x + width / 2, y + hip];
  const [bx, by] = width >= height ? [x + width - hip, y + height / 2] : [x + width / 2, y + height - hip];
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1, tile * 0.03);
  context.setLineDash([tile * 0.16, tile * 0.14]);
  context.beginPath();
  for (const [cornerX, cornerY, endX, endY] of hips(x, y, width, height, ax, ay, bx, by)) {
    context.moveTo(cornerX, cornerY);
    context.lineTo(endX, endY);
  }
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = Math.max(2, tile * 0.09);
  context.beginPath();
  context.moveTo(ax, ay);
  context.lineTo(bx, by);
  context.stroke();
  context.lineWidth = Math.max(1.5, tile * 0.06);
  context.strokeRect(x, y, width, height);
}

function hips(x: number, y: number, width: number, height: number, ax: number, ay: number, bx: number, by: number): number[][] {
  const lies = width >= height;
  return [
    [x, y, ax, ay],
    lies ? [x, y + height, ax, ay] : [x + width, y, ax, ay],
    lies ? [x + width, y, bx, by] : [x, y + height, bx, by],
    [x + width, y + height, bx, by],
  ];
}

/** The sign along a stand's front: its number on the exhibitor's colour, then the name, with a lit window where somebody is there; under it what it is about. */
export function paintSign(drawing: Drawing, area: Area, title: string, size: number): void {
  const { context, titles, palette, tile } = drawing;
  const stand = titles.stands.get(area.id);
  const [x, y, width, height] = box(tile, area);
  const inset = tile * 0.12;
  const high = size * 1.6;
  const [left, wide] = [x + inset, width - inset * 2];
  const colour = standColour(drawing, area);
  const number = area.number > 0 ? `${area.number}` : '';
  context.font = `600 ${size}px ${palette.font}`;
  const plate = number === '' ? 0 : Math.max(high, context.measureText(number).width + size * 0.8);
  context.fillStyle = palette.css.panel;
  context.fillRect(left, y + inset, wide, high);
  context.fillStyle = cssOf(colour);
  context.fillRect(left, y + inset, plate, high);
  context.strokeStyle = cssOf(colour);
  context.lineWidth = Math.max(1, tile * 0.03);
  context.strokeRect(left, y + inset, wide, high);
  context.textBaseline = 'middle';
  const middle = y + inset + high * 0.53;
  context.textAlign = 'center';
  const { paper, ink } = palette.rgb;
  context.fillStyle = cssOf(contrast(colour, paper) >= contrast(colour, ink) ? paper : ink);
  context.fillText(number, left + plate / 2, middle);
  context.textAlign = 'left';
  context.fillStyle = palette.css.ink;
  // a step lighter: at this size the heavier cut loses the dots of its letters i
  context.font = `500 ${size}px ${palette.font}`;
  const pane = stand?.staffed ? high : 0;
  context.fillText(shorten(context, title, wide - plate - pane - size * 0.7), left + plate + size * 0.4, middle);
  if (pane > 0) paintWindow(drawing, colour, left + wide - high * 0.8, y + inset + high * 0.2, high * 0.6);
  if (!stand || height <= inset * 2 + high * 2) return;
  paintLine(drawing, stand.line, left, y + inset + high, wide, size * 0.86);
  paintLogo(drawing, area, stand.picture, y + inset + high * 2.1);
}

/** The logo in the middle of the stand, on white, which logos are made for. */
function paintLogo({ context, palette, tile }: Drawing, area: Area, picture: StandSignFigure['picture'], from: number): void {
  const [x, y, width, height] = box(tile, area);
  const edge = tile * 0.16;
  const [mostWide, mostHigh] = [Math.min(width * 0.6, tile * 3), Math.min(y + height - from - tile * 0.3, tile * 1.5) - edge * 2];
  if (!picture || picture.width === 0 || picture.height === 0 || mostHigh < tile * 0.5) return;
  const scale = Math.min(mostWide / picture.width, mostHigh / picture.height);
  const [wide, high] = [picture.width * scale, picture.height * scale];
  const [left, top] = [x + (width - wide) / 2, from + (y + height - tile * 0.3 - from - high) / 2];
  context.fillStyle = '#fff';
  context.fillRect(left - edge, top - edge, wide + edge * 2, high + edge * 2);
  context.strokeStyle = palette.css.ink;
  context.lineWidth = Math.max(1, tile * 0.02);
  context.strokeRect(left - edge, top - edge, wide + edge * 2, high + edge * 2);
  context.drawImage(picture, left, top, wide, high);
}

/** Lit by the exhibitor's colour, in four panes: it is told from afar by its shape, too. */
function paintWindow({ context, palette, tile }: Drawing, colour: Rgb, left: number, top: number, side: number): void {
  context.fillStyle = cssOf(colour);
  context.fillRect(left, top, side, side);
  context.strokeStyle = palette.css.panel;
  context.lineWidth = Math.max(1, tile * 0.03);
  context.beginPath();
  context.moveTo(left + side / 2, top);
  context.lineTo(left + side / 2, top + side);
  context.moveTo(left, top + side / 2);
  context.lineTo(left + side, top + side / 2);
  context.stroke();
}

/** What the stand is about, on the ground, where it is large enough to be read. */
function paintLine({ context, palette, tile }: Drawing, line: string, left: number, top: number, width: number, size: number): void {
  if (tile < 28 || line === '') return;
  context.font = `400 ${size}px ${palette.font}`;
  const words = shorten(context, line, width - size * 0.8);
  if (words === '') return;
  // the ground shows through under the words, so that no roof line crosses them
  context.fillStyle = palette.css['area-stand'];
  context.fillRect(left + size * 0.2, top + size * 0.2, context.measureText(words).width + size * 0.4, size * 1.3);
  context.textBaseline = 'middle';
  context.fillStyle = palette.css.ink;
  context.fillText(words, left + size * 0.4, top + size * 0.9);
}

function standColour({ titles, palette }: Drawing, area: Area): Rgb {
  const chosen = readColour(titles.stands.get(area.id)?.accent ?? '') ?? readColour(area.colour);
  return legible(chosen ?? palette.rgb.accent, palette.rgb['area-stand'], palette.rgb.ink, 3);
}

export function shorten(context: CanvasRenderingContext2D, words: string, width: number): string {
  if (context.measureText(words).width <= width) return words;
  for (let length = words.length - 1; length > 2; length--) {
    const shorter = `${words.slice(0, length).trimEnd()}…`;
    if (context.measureText(shorter).width <= width) return shorter;
  }
  return '';
}
