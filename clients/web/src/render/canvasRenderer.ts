import { distance, type Point } from '../room/floorPlan';
import { paintCircle, paintSpeaking } from './circlePainter';
import { FigurePainter, radiusOf, type Box } from './figurePainter';
import { FloorChunks } from './floorChunks';
import { looksAlike } from './looksAlike';
import { readPalette, type Palette } from './palette';
import type { Figure, RoomPicture, RoomRenderer } from './roomRenderer';

/** Names are shown of who is nearer than this (units), and of so many at most. */
const near = 4 * 32;
const mostNames = 14;

/** Draws the room on a canvas without WebGL: half of the managed PCs have no graphics card worth the name. */
export class CanvasRenderer implements RoomRenderer {
  private readonly context: CanvasRenderingContext2D;
  private readonly floor = new FloorChunks();
  private readonly figures = new FigurePainter();
  private palette: Palette | null = null;
  private drawn: RoomPicture | null = null;
  private width = 1;
  private height = 1;
  private ratio = 1;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.context = canvas.getContext('2d', { alpha: false })!;
    canvas.addEventListener('contextrestored', () => this.repaint());
  }

  resize(width: number, height: number): void {
    this.ratio = Math.min(2, window.devicePixelRatio || 1);
    this.width = width;
    this.height = height;
    this.drawn = null;
    this.canvas.width = Math.max(1, Math.round(width * this.ratio));
    this.canvas.height = Math.max(1, Math.round(height * this.ratio));
  }

  repaint(): void {
    this.palette = null;
    this.drawn = null;
  }

  draw(picture: RoomPicture): void {
    if (this.drawn && looksAlike(this.drawn, picture)) return;
    this.drawn = picture;
    const palette = (this.palette ??= readPalette());
    const { context, ratio } = this;
    const tile = picture.view.scale * ratio;
    context.fillStyle = palette.css.paper;
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    this.floor.draw(context, picture.plan, picture.titles, palette, picture.view, { width: this.width, height: this.height, ratio });
    this.figures.prepare(palette, tile);
    for (const circle of picture.circles) {
      const { x, y } = this.onCanvas(picture, circle, tile);
      paintCircle(context, circle, x, y, tile, palette, ratio);
    }
    this.way(picture, palette, tile);
    const shown: { figure: Figure; x: number; y: number }[] = [];
    for (const figure of picture.others) {
      const { x, y } = this.onCanvas(picture, figure, tile);
      if (x < -tile || y < -tile || x > this.canvas.width + tile || y > this.canvas.height + tile) continue;
      if (figure.speaks) paintSpeaking(context, x, y, radiusOf(tile), picture.pulse, palette, ratio);
      this.figures.paint(context, figure, x, y, tile, palette, ratio, false);
      shown.push({ figure, x, y });
    }
    const own = this.onCanvas(picture, picture.own, tile);
    if (picture.own.speaks) paintSpeaking(context, own.x, own.y, radiusOf(tile) * 1.28, picture.pulse, palette, ratio);
    this.figures.paint(context, picture.own, own.x, own.y, tile, palette, ratio, true);
    const named = shown
      .map((each) => ({ ...each, away: each.figure.handle === picture.marked ? -1 : distance(each.figure, picture.own) }))
      .filter(({ away }) => away <= near)
      .sort((a, b) => a.away - b.away)
      .slice(0, mostNames);
    // the nearest first, where nobody is covered if there is such a place; a name that would cover another, or oneself, is left out
    const taken: Box[] = [boxAround(own.x, own.y, tile * 0.6)];
    const people = shown.map((each) => boxAround(each.x, each.y, radiusOf(tile)));
    for (const { figure, x, y, away } of named) {
      const boxes = this.figures.labelBoxes(context, figure.name, x, y, tile, palette, ratio);
      const free = boxes.filter((box) => !taken.some((other) => overlaps(box, other)));
      const box = free.find((each) => !people.some((other) => overlaps(each, other))) ?? free[0] ?? (away < 0 ? boxes[0] : null);
      if (!box) continue;
      taken.push(box);
      this.figures.label(context, figure.name, box, palette, ratio);
    }
    if (picture.isPast) this.veil(palette);
  }

  private onCanvas({ view }: RoomPicture, point: Point, tile: number): Point {
    return {
      x: ((point.x - view.x) / 32) * tile + this.canvas.width / 2,
      y: ((point.y - view.y) / 32) * tile + this.canvas.height / 2,
    };
  }

  private way(picture: RoomPicture, palette: Palette, tile: number): void {
    if (picture.way.length === 0) return;
    const { context } = this;
    const points = [picture.own, ...picture.way].map((point) => this.onCanvas(picture, point, tile));
    context.strokeStyle = palette.css.accent;
    context.lineWidth = Math.max(1.5, tile * 0.05);
    context.setLineDash([tile * 0.12, tile * 0.16]);
    context.beginPath();
    points.forEach(({ x, y }, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.stroke();
    context.setLineDash([]);
    const end = points[points.length - 1];
    context.beginPath();
    context.arc(end.x, end.y, tile * 0.22, 0, Math.PI * 2);
    context.stroke();
  }

  /** What is seen may be past: everything greys under a sheet of tracing paper. */
  private veil(palette: Palette): void {
    this.context.globalAlpha = 0.5;
    this.context.fillStyle = palette.css.paper;
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    this.context.globalAlpha = 1;
  }
}

function boxAround(x: number, y: number, reach: number): Box {
  return { left: x - reach, top: y - reach, width: reach * 2, height: reach * 2 };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}
