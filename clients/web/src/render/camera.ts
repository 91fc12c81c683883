import { Protocol } from '../room/protocol';
import type { FloorPlan, Point } from '../room/floorPlan';
import type { View } from './roomRenderer';

export const scales = [12, 16, 22, 30, 40, 54, 72] as const;
const tile = Protocol.unitsPerTile;
/** ms in which two thirds of the way to the own avatar are made up. */
const easing = 120;
/** Nearer than this, in pixels of the page, one is there: or the picture would creep for seconds after one stands. */
const arrived = 0.05;

/** What part of the room is looked at. */
export class Camera {
  width = 1;
  height = 1;
  /** On a phone one starts a step further away. */
  private level = innerWidth < 600 ? 3 : 4;
  private centre: Point | null = null;
  /** Whether the own avatar is kept in the middle. */
  follows = true;

  get scale(): number {
    return scales[this.level];
  }

  get canZoomIn(): boolean {
    return this.level < scales.length - 1;
  }

  get canZoomOut(): boolean {
    return this.level > 0;
  }

  zoom(steps: number): void {
    this.level = Math.min(scales.length - 1, Math.max(0, this.level + steps));
  }

  /** Another room: look there at once. */
  reset(): void {
    this.centre = null;
    this.follows = true;
  }

  drag(dx: number, dy: number): void {
    if (!this.centre) return;
    this.follows = false;
    this.centre = { x: this.centre.x - (dx / this.scale) * tile, y: this.centre.y - (dy / this.scale) * tile };
  }

  /** The view of this moment. */
  look(plan: FloorPlan, own: Point, milliseconds: number, still: boolean): View {
    let centre = this.centre ?? own;
    if (this.follows) {
      const away = (Math.hypot(own.x - centre.x, own.y - centre.y) / tile) * this.scale;
      const share = still || away < arrived ? 1 : 1 - Math.exp(-milliseconds / easing);
      centre = { x: centre.x + (own.x - centre.x) * share, y: centre.y + (own.y - centre.y) * share };
    }
    centre = {
      x: within(centre.x, plan.width * tile, (this.width / this.scale) * tile),
      y: within(centre.y, plan.height * tile, (this.height / this.scale) * tile),
    };
    this.centre = centre;
    return { ...centre, scale: this.scale };
  }

  toFloor(view: View, x: number, y: number): Point {
    return { x: view.x + ((x - this.width / 2) / view.scale) * tile, y: view.y + ((y - this.height / 2) / view.scale) * tile };
  }
}

/** Keeps the middle such that the room fills the picture, with a metre of paper around; a room smaller than the picture stands in its middle. */
function within(centre: number, room: number, seen: number): number {
  const around = tile * 1.5;
  const half = seen / 2 - around;
  return half * 2 >= room ? room / 2 : Math.min(room - half, Math.max(half, centre));
}
