import type { Area, Door, FloorPlan, Rect } from '../room/floorPlan';
import { cssOf, legible, readColour } from './colour';
import type { Palette, Token } from './palette';
import type { FloorTitles } from './roomRenderer';
import { paintWalls } from './wallPainter';

/** What a painter of the floor is given: the canvas in tiles' coordinates, and how many pixels a tile has. */
export type Drawing = {
  readonly context: CanvasRenderingContext2D;
  readonly plan: FloorPlan;
  readonly titles: FloorTitles;
  readonly palette: Palette;
  readonly tile: number;
  /** The part that is painted, in tiles. */
  readonly part: Rect;
};

/** Paints what does not move, from the paper up. */
export function paintFloor(context: CanvasRenderingContext2D, plan: FloorPlan, titles: FloorTitles, palette: Palette, tile: number, part: Rect): void {
  const drawing: Drawing = { context, plan, titles, palette, tile, part };
  context.lineJoin = 'round';
  context.lineCap = 'round';
  paintPaper(drawing);
  const areas = [...plan.areas].sort((a, b) => b.width * b.height - a.width * a.height).filter((area) => isIn(part, area));
  for (const area of areas) paintGround(drawing, area);
  paintGrid(drawing);
  for (const area of areas) if (area.kind === 'stand') paintStand(drawing, area);
  paintFurniture(drawing);
  for (const area of areas) paintTitle(drawing, area);
  paintWalls(drawing);
  for (const door of plan.doors) if (isIn(part, door)) paintDoor(drawing, door);
}

/** Titles may be longer than what they name. */
function isIn(part: Rect, rect: Rect): boolean {
  const reach = 8;
  return rect.x / 32 < part.x + part.width + reach && (rect.x + rect.width) / 32 > part.x - reach
    && rect.y / 32 < part.y + part.height + reach && (rect.y + rect.height) / 32 > part.y - reach;
}

function paintPaper({ context, palette, tile, part }: Drawing): void {
  context.fillStyle = palette.css.paper;
  context.fillRect(part.x * tile, part.y * tile, part.width * tile, part.height * tile);
}

function paintGrid({ context, plan, palette, tile, part }: Drawing): void {
  if (tile < 14) return;
  context.strokeStyle = palette.css.grid;
  context.lineWidth = 1;
  context.beginPath();
  const [left, right] = [Math.max(0, part.x), Math.min(plan.width, part.x + part.width)];
  const [top, bottom] = [Math.max(0, part.y), Math.min(plan.height, part.y + part.height)];
  for (let column = left; column <= right; column++) {
    const x = Math.round(column * tile) + 0.5;
    context.moveTo(x, top * tile);
    context.lineTo(x, bottom * tile);
  }
  for (let row = top; row <= bottom; row++) {
    const y = Math.round(row * tile) + 0.5;
    context.moveTo(left * tile, y);
    context.lineTo(right * tile, y);
  }
  context.stroke();
}

function box(tile: number, rect: Rect): [number, number, number, number] {
  return [(rect.x / 32) * tile, (rect.y / 32) * tile, (rect.width / 32) * tile, (rect.height / 32) * tile];
}

function groundOf(area: Area): Token {
  const token = `area-${area.kind}`;
  return token === 'area-stand' || token === 'area-table' || token === 'area-stage' || token === 'area-quiet' ? token : 'area-lobby';
}

function paintGround({ context, palette, tile }: Drawing, area: Area): void {
  const [x, y, width, height] = box(tile, area);
  context.fillStyle = palette.css[groundOf(area)];
  if (area.kind === 'table' && Math.abs(width - height) < tile) {
    context.beginPath();
    context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, Math.PI * 2);
    context.fill();
  } else context.fillRect(x, y, width, height);
}

/** A stand is a house folded out flat: the outline, and the roof's ridge and hips in the exhibitor's colour. */
function paintStand({ context, palette, tile }: Drawing, area: Area): void {
  const inset = tile * 0.12;
  const [left, top, outerWidth, outerHeight] = box(tile, area);
  const [x, y, width, height] = [left + inset, top + inset, outerWidth - inset * 2, outerHeight - inset * 2];
  const own = readColour(area.colour) ?? palette.rgb.accent;
  const colour = cssOf(legible(own, palette.rgb['area-stand'], palette.rgb.ink, 3));
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

function paintFurniture({ context, plan, palette, tile, part }: Drawing): void {
  const inset = tile * 0.1;
  context.lineWidth = Math.max(1, tile * 0.035);
  context.strokeStyle = palette.css.furniture;
  context.fillStyle = palette.css['furniture-fill'];
  for (let row = part.y; row < part.y + part.height; row++)
    for (let column = part.x; column < part.x + part.width; column++) {
      if (!plan.isFurniture(column, row)) continue;
      const [west, east] = [plan.isFurniture(column - 1, row), plan.isFurniture(column + 1, row)];
      const [north, south] = [plan.isFurniture(column, row - 1), plan.isFurniture(column, row + 1)];
      const left = column * tile + (west ? 0 : inset);
      const right = (column + 1) * tile - (east ? 0 : inset);
      const top = row * tile + (north ? 0 : inset);
      const bottom = (row + 1) * tile - (south ? 0 : inset);
      context.fillRect(left, top, right - left, bottom - top);
      context.beginPath();
      if (!north) { context.moveTo(left, top); context.lineTo(right, top); }
      if (!south) { context.moveTo(left, bottom); context.lineTo(right, bottom); }
      if (!west) { context.moveTo(left, top); context.lineTo(left, bottom); }
      if (!east) { context.moveTo(right, top); context.lineTo(right, bottom); }
      context.stroke();
    }
}

/** The name along the upper edge of an area, shortened to its width. */
function paintTitle({ context, titles, palette, tile }: Drawing, area: Area): void {
  const title = titles.areas.get(area.id) ?? '';
  const [x, y, width] = box(tile, area);
  const size = Math.min(tile * 0.42, Math.max(tile * 0.34, 11));
  if (size < 7 || title === '') return;
  context.font = `600 ${size}px ${palette.font}`;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  const words = shorten(context, title, width - tile * 0.6);
  if (words === '') return;
  const left = area.kind === 'table' ? x + (width - context.measureText(words).width) / 2 : x + tile * 0.3;
  const top = y + tile * 0.26;
  // the ground shows through under the words, so that no roof line crosses them
  context.fillStyle = palette.css[groundOf(area)];
  context.fillRect(left - tile * 0.06, top - tile * 0.04, context.measureText(words).width + tile * 0.12, size * 1.1);
  context.fillStyle = area.kind === 'stand' ? palette.css.ink : palette.css['ink-soft'];
  context.fillText(words, left, top);
}

export function shorten(context: CanvasRenderingContext2D, words: string, width: number): string {
  if (context.measureText(words).width <= width) return words;
  for (let length = words.length - 1; length > 2; length--) {
    const shorter = `${words.slice(0, length).trimEnd()}…`;
    if (context.measureText(shorter).width <= width) return shorter;
  }
  return '';
}

/** A gap in the wall: a threshold, an arrow that leads out, and the next room's name on the inner side. */
function paintDoor({ context, plan, titles, palette, tile }: Drawing, door: Door): void {
  const [x, y, width, height] = box(tile, door);
  const [midX, midY] = [x + width / 2, y + height / 2];
  const toEdge = [
    { away: midX, dx: -1, dy: 0 }, { away: plan.width * tile - midX, dx: 1, dy: 0 },
    { away: midY, dx: 0, dy: -1 }, { away: plan.height * tile - midY, dx: 0, dy: 1 },
  ];
  const { dx, dy } = toEdge.reduce((nearest, each) => (each.away < nearest.away ? each : nearest));
  context.fillStyle = palette.css['area-table'];
  context.fillRect(x, y, width, height);
  context.strokeStyle = palette.css.accent;
  context.lineWidth = Math.max(1.5, tile * 0.06);
  const reach = tile * 0.32;
  context.beginPath();
  context.moveTo(midX - dx * reach, midY - dy * reach);
  context.lineTo(midX + dx * reach, midY + dy * reach);
  context.lineTo(midX + dx * reach * 0.2 - dy * reach * 0.7, midY + dy * reach * 0.2 - dx * reach * 0.7);
  context.moveTo(midX + dx * reach, midY + dy * reach);
  context.lineTo(midX + dx * reach * 0.2 + dy * reach * 0.7, midY + dy * reach * 0.2 + dx * reach * 0.7);
  context.stroke();
  const size = Math.max(tile * 0.36, 11);
  if (tile < 14) return;
  context.font = `600 ${size}px ${palette.font}`;
  context.textBaseline = 'middle';
  context.textAlign = dx > 0 ? 'right' : dx < 0 ? 'left' : 'center';
  const title = titles.doors.get(door.id) ?? '';
  const labelX = midX - dx * (width / 2 + tile * 0.25);
  const labelY = midY - dy * (height / 2 + tile * 0.45);
  context.lineWidth = 4;
  context.strokeStyle = palette.css.paper;
  context.strokeText(title, labelX, labelY);
  context.fillStyle = palette.css.accent;
  context.fillText(title, labelX, labelY);
}
