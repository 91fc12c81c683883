import type { Area, Door, FloorPlan, Rect } from '../room/floorPlan';
import type { Palette, Token } from './palette';
import type { FloorTitles } from './roomRenderer';
import { paintSign, paintStand, shorten } from './standPainter';
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

export function box(tile: number, rect: Rect): [number, number, number, number] {
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

/** Pieces that touch are one piece: first all a line wider in the line's colour, then all in the fill's, so that only the common outline stays. */
function paintFurniture({ context, plan, palette, tile, part }: Drawing): void {
  const inset = tile * 0.1;
  const weight = Math.max(1, tile * 0.035);
  for (const [colour, edge] of [[palette.css.furniture, inset - weight], [palette.css['furniture-fill'], inset]] as const) {
    // one path for all: where pieces overlap nothing is painted twice
    context.beginPath();
    for (let row = part.y; row < part.y + part.height; row++)
      for (let column = part.x; column < part.x + part.width; column++) {
        if (!plan.isFurniture(column, row)) continue;
        const [west, north] = [plan.isFurniture(column - 1, row), plan.isFurniture(column, row - 1)];
        const [left, top, side] = [column * tile + edge, row * tile + edge, tile - edge * 2];
        context.rect(left, top, side, side);
        if (west) context.rect(left - edge * 3, top, edge * 4, side);
        if (north) context.rect(left, top - edge * 3, side, edge * 4);
        if (north && west && plan.isFurniture(column - 1, row - 1)) context.rect(left - edge * 3, top - edge * 3, edge * 4, edge * 4);
      }
    context.fillStyle = colour;
    context.fill();
  }
}

/** The name along the upper edge of an area, shortened to its width. */
function paintTitle(drawing: Drawing, area: Area): void {
  const { context, titles, palette, tile } = drawing;
  const title = titles.areas.get(area.id) ?? '';
  const size = Math.max(tile * 0.34, 11);
  if (tile < 14 || title === '') return;
  if (area.kind === 'stand') return paintSign(drawing, area, title, size);
  const [x, y, width] = box(tile, area);
  context.font = `500 ${size}px ${palette.font}`;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  const words = shorten(context, title, width - tile * 0.4);
  if (words === '') return;
  const wide = context.measureText(words).width;
  const left = area.kind === 'table' ? x + (width - wide) / 2 : x + tile * 0.3;
  const top = y + tile * 0.26;
  // the ground shows through under the words, so that no furniture crosses them
  context.fillStyle = palette.css[groundOf(area)];
  context.fillRect(left - tile * 0.06, top - tile * 0.04, wide + tile * 0.12, size * 1.1);
  context.fillStyle = palette.css['ink-soft'];
  context.fillText(words, left, top);
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
