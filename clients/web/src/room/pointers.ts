import type { Point } from './floorPlan';

/** A finger or mouse moves this far (pixels) before a click becomes a drag. */
const slack = 6;
const pinchStep = 1.3;
const wheelStep = 60;

/** Tells clicks, drags, pinches and turns of the wheel apart. */
export class Pointers {
  private readonly places = new Map<number, Point>();
  private start: Point | null = null;
  private dragged = false;
  private spread = 0;
  private turned = 0;

  down(id: number, place: Point): void {
    this.places.set(id, place);
    if (this.places.size === 1) {
      this.start = place;
      this.dragged = false;
    } else {
      this.dragged = true;
      this.spread = this.distance();
    }
  }

  move(id: number, place: Point): { drag: Point | null; pinch: number } {
    const before = this.places.get(id);
    if (!before) return { drag: null, pinch: 0 };
    if (this.places.size > 1) {
      this.places.set(id, place);
      const ratio = this.spread === 0 ? 1 : this.distance() / this.spread;
      const pinch = ratio > pinchStep ? 1 : ratio < 1 / pinchStep ? -1 : 0;
      if (pinch !== 0) this.spread = this.distance();
      return { drag: null, pinch };
    }
    if (!this.dragged && this.start && Math.hypot(place.x - this.start.x, place.y - this.start.y) < slack) return { drag: null, pinch: 0 };
    this.dragged = true;
    this.places.set(id, place);
    return { drag: { x: place.x - before.x, y: place.y - before.y }, pinch: 0 };
  }

  /** Whether it was a click. */
  up(id: number): boolean {
    return this.places.delete(id) && this.places.size === 0 && !this.dragged;
  }

  /** Steps of zoom. */
  wheel(delta: number): number {
    this.turned += delta;
    if (Math.abs(this.turned) < wheelStep) return 0;
    const steps = -Math.sign(this.turned);
    this.turned = 0;
    return steps;
  }

  private distance(): number {
    const [a, b] = [...this.places.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  }
}
