import type { Area } from '../room/floorPlan';
import { contrast, cssOf, legible, readColour, type Rgb } from './colour';
import { box, type Drawing } from './floorPainter';
import type { Palette } from './palette';

/** A stand is a house folded out flat: the outline, and the roof's ridge and hips in the exhibitor's colour. */
export function paintStand({ context, palette, tile }: Drawing, area: Area): void {
  const inset = tile * 0.12;
  const [left, top, outerWidth, outerHeight] = box(tile, area);
  const [x, y, width, height] = [left + inset, top + inset, outerWidth - inset * 2, outerHeight - inset * 2];
  const colour = cssOf(standColour(area, palette));
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

/** The sign along a stand's front: its number on the exhibitor's colour, then the name. */
export function paintSign({ context, palette, tile }: Drawing, area: Area, title: string, size: number): void {
  const [x, y, width] = box(tile, area);
  const inset = tile * 0.12;
  const high = size * 1.6;
  const [left, wide] = [x + inset, width - inset * 2];
  const colour = standColour(area, palette);
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
  context.fillText(shorten(context, title, wide - plate - size * 0.7), left + plate + size * 0.4, middle);
}

function standColour(area: Area, palette: Palette): Rgb {
  return legible(readColour(area.colour) ?? palette.rgb.accent, palette.rgb['area-stand'], palette.rgb.ink, 3);
}

export function shorten(context: CanvasRenderingContext2D, words: string, width: number): string {
  if (context.measureText(words).width <= width) return words;
  for (let length = words.length - 1; length > 2; length--) {
    const shorter = `${words.slice(0, length).trimEnd()}…`;
    if (context.measureText(shorter).width <= width) return shorter;
  }
  return '';
}
