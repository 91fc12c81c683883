import { Protocol } from './protocol';
import { fields, int, list, names, text, type Names } from './readFields';

/** A rectangle in 1/32 tile. */
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };

export type Area = Rect & {
  readonly id: string;
  readonly kind: string;
  readonly names: Names;
  readonly number: number;
  readonly capacity: number;
  readonly colour: string;
};

export type Door = Rect & { readonly id: string; readonly room: string; readonly roomNames: Names };

const tile = Protocol.unitsPerTile;

/** A floor plan: what is wall, what is furniture, and what lies where. Never changes; another plan is another object. */
export class FloorPlan {
  constructor(
    readonly version: string,
    /** In tiles. */
    readonly width: number,
    readonly height: number,
    /** One bit a tile, row by row, lowest bit first. */
    readonly walls: Uint8Array,
    readonly furniture: Uint8Array,
    readonly areas: readonly Area[],
    readonly doors: readonly Door[],
  ) {}

  isInside(column: number, row: number): boolean {
    return column >= 0 && row >= 0 && column < this.width && row < this.height;
  }

  isWall(column: number, row: number): boolean {
    return this.isInside(column, row) && bit(this.walls, row * this.width + column);
  }

  isFurniture(column: number, row: number): boolean {
    return this.isInside(column, row) && bit(this.furniture, row * this.width + column);
  }

  /** Whether one may stand on this tile. */
  isFree(column: number, row: number): boolean {
    if (!this.isInside(column, row)) return false;
    const index = row * this.width + column;
    return !bit(this.walls, index) && !bit(this.furniture, index);
  }

  /** Whether one may stand at this place, in units. */
  isFreeAt(x: number, y: number): boolean {
    return this.isFree(Math.floor(x / tile), Math.floor(y / tile));
  }

  clamp(point: Point): Point {
    return {
      x: Math.min(this.width * tile - 1, Math.max(0, Math.round(point.x))),
      y: Math.min(this.height * tile - 1, Math.max(0, Math.round(point.y))),
    };
  }

  /** The smallest area that a place lies in. */
  areaAt(point: Point): Area | null {
    let found: Area | null = null;
    for (const area of this.areas)
      if (contains(area, point) && (!found || area.width * area.height < found.width * found.height)) found = area;
    return found;
  }
}

function bit(bits: Uint8Array, index: number): boolean {
  return (bits[index >> 3] & (1 << (index & 7))) !== 0;
}

export function contains(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.y >= rect.y && point.x < rect.x + rect.width && point.y < rect.y + rect.height;
}

export function centreOf(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** From a place to the nearest edge of a rectangle, in units; 0 inside. */
export function distanceTo(rect: Rect, point: Point): number {
  const dx = Math.max(rect.x - point.x, 0, point.x - (rect.x + rect.width));
  const dy = Math.max(rect.y - point.y, 0, point.y - (rect.y + rect.height));
  return Math.hypot(dx, dy);
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function readRect(value: unknown): Rect | null {
  const given = fields(value);
  const [x, y] = [int(given.x, 0, 4096), int(given.y, 0, 4096)];
  const [width, height] = [int(given.width, 0, 4096), int(given.height, 0, 4096)];
  return x === null || y === null || width === null || height === null ? null : { x, y, width, height };
}

function readArea(value: unknown): Area | null {
  const given = fields(value);
  const rect = readRect(value);
  if (!rect || typeof given.id !== 'string') return null;
  return {
    ...rect,
    id: given.id,
    kind: text(given.kind),
    names: names(given.names),
    number: int(given.number) ?? 0,
    capacity: int(given.capacity) ?? 0,
    colour: /^#[0-9a-f]{6}$/i.test(text(given.colour)) ? text(given.colour) : '',
  };
}

function readDoor(value: unknown): Door | null {
  const given = fields(value);
  const rect = readRect(value);
  if (!rect || typeof given.id !== 'string') return null;
  return { ...rect, id: given.id, room: text(given.room), roomNames: names(given.roomNames) };
}

/** Reads a plan off the wire; null when it is not one. */
export function readFloorPlan(value: unknown): FloorPlan | null {
  const given = fields(value);
  const width = int(given.width, 1, Protocol.maxTiles);
  const height = int(given.height, 1, Protocol.maxTiles);
  const { walls, furniture } = given;
  if (width === null || height === null) return null;
  if (!(walls instanceof Uint8Array) || !(furniture instanceof Uint8Array)) return null;
  const bytes = Math.ceil((width * height) / 8);
  if (walls.length < bytes || furniture.length < bytes) return null;
  // copies: the views would keep the whole network buffer alive
  return new FloorPlan(
    text(given.version), width, height, walls.slice(0, bytes), furniture.slice(0, bytes),
    list(given.areas, readArea), list(given.doors, readDoor),
  );
}
