import { angleOf } from '../room/heading';
import { Protocol } from '../room/protocol';
import type { Palette } from './palette';
import type { Figure } from './roomRenderer';

const kept = 600;
const labelSize = 13;

/** In device pixels. */
export type Box = { left: number; top: number; width: number; height: number };

/** Draws people: a disc of 0.8 m with initials from a cache, a wedge for the heading, and names. All sizes in device pixels. */
export class FigurePainter {
  private discs = new Map<string, HTMLCanvasElement>();
  private widths = new Map<string, number>();
  private made = '';

  /** Forgets what was painted in other colours or sizes. */
  prepare(palette: Palette, tile: number): void {
    const key = `${palette.key}|${palette.font}|${tile}`;
    if (key === this.made) return;
    this.made = key;
    this.discs.clear();
    this.widths.clear();
  }

  paint(context: CanvasRenderingContext2D, figure: Figure, x: number, y: number, tile: number, palette: Palette, ratio: number, isOwn: boolean): void {
    const radius = radiusOf(tile);
    const disc = this.disc(figure, tile, palette, isOwn);
    context.drawImage(disc, Math.round(x - disc.width / 2), Math.round(y - disc.height / 2));
    if (figure.availability !== 'available') this.badge(context, figure.availability, x + radius * 0.72, y + radius * 0.72, Math.max(4, radius * 0.4), palette);
    if (figure.sign) this.sign(context, figure.sign, x, y + radius + labelSize * ratio, palette, ratio);
    if (figure.heading < Protocol.standing) this.wedge(context, x, y, isOwn ? radius * 1.34 : radius, angleOf(figure.heading), isOwn ? palette.css.own : palette.css.ink);
  }

  /** Where a name can go: on a plate above its owner, else below, else beside. */
  labelBoxes(context: CanvasRenderingContext2D, name: string, x: number, y: number, tile: number, palette: Palette, ratio: number): Box[] {
    const size = labelSize * ratio;
    context.font = `500 ${size}px ${palette.font}`;
    let words = this.widths.get(name);
    if (words === undefined) {
      words = context.measureText(name).width;
      this.widths.set(name, words);
    }
    const [width, height] = [words + size * 0.8, size * 1.4];
    const away = radiusOf(tile) + 5 * ratio;
    // a name is read as a whole, also at the edge of the picture
    const plate = (left: number, top: number): Box =>
      ({ left: Math.round(Math.max(0, Math.min(context.canvas.width - width, left))), top: Math.round(top), width, height });
    const [middle, level] = [x - width / 2, y - height / 2];
    return [plate(middle, y - away - height), plate(middle, y + away), plate(x + away, level), plate(x - away - width, level)];
  }

  label(context: CanvasRenderingContext2D, name: string, { left, top, width, height }: Box, palette: Palette, ratio: number): void {
    context.fillStyle = palette.css.panel;
    context.strokeStyle = palette.css.line;
    context.lineWidth = ratio;
    context.beginPath();
    context.roundRect(left, top, width, height, height * 0.2);
    context.fill();
    context.stroke();
    context.font = `500 ${labelSize * ratio}px ${palette.font}`;
    context.fillStyle = palette.css.ink;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(name, left + width / 2, top + height / 2 + ratio * 0.5);
  }

  /** Told by shape as well as colour: a bar across for busy, an empty ring for away. */
  private badge(context: CanvasRenderingContext2D, availability: string, x: number, y: number, radius: number, palette: Palette): void {
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fillStyle = availability === 'busy' ? palette.css.ink : palette.css.paper;
    context.strokeStyle = availability === 'busy' ? palette.css.paper : palette.css.ink;
    context.lineWidth = Math.max(1.5, radius * 0.32);
    context.fill();
    context.stroke();
    if (availability !== 'busy') return;
    context.beginPath();
    context.moveTo(x - radius * 0.5, y);
    context.lineTo(x + radius * 0.5, y);
    context.stroke();
  }

  /** A word on a plate of its own below the figure, in the colours of what one has done oneself. */
  private sign(context: CanvasRenderingContext2D, sign: string, x: number, y: number, palette: Palette, ratio: number): void {
    const size = labelSize * ratio;
    context.font = `600 ${size}px ${palette.font}`;
    const half = context.measureText(sign).width / 2 + size * 0.5;
    context.beginPath();
    context.roundRect(x - half, y - size * 0.75, half * 2, size * 1.5, size * 0.75);
    context.fillStyle = palette.css.accent;
    context.fill();
    context.fillStyle = palette.css['on-accent'];
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(sign, x, y + ratio * 0.5);
  }

  private wedge(context: CanvasRenderingContext2D, x: number, y: number, radius: number, angle: number, colour: string): void {
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    const [near, far, half] = [radius * 0.94, radius * 1.42, radius * 0.44];
    context.fillStyle = colour;
    context.beginPath();
    context.moveTo(x + dx * far, y + dy * far);
    context.lineTo(x + dx * near - dy * half, y + dy * near + dx * half);
    context.lineTo(x + dx * near + dy * half, y + dy * near - dx * half);
    context.fill();
  }

  private disc(figure: Figure, tile: number, palette: Palette, isOwn: boolean): HTMLCanvasElement {
    const key = `${figure.initials}|${figure.isStaff}|${isOwn}`;
    const known = this.discs.get(key);
    if (known) return known;
    if (this.discs.size >= kept) this.discs.clear();
    const radius = radiusOf(tile);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.ceil(radius * 3) | 1;
    const context = canvas.getContext('2d')!;
    const middle = canvas.width / 2;
    const ring = (size: number, weight: number, colour: string) => {
      context.beginPath();
      context.arc(middle, middle, size, 0, Math.PI * 2);
      context.strokeStyle = colour;
      context.lineWidth = weight;
      context.stroke();
    };
    // a seam of paper keeps people apart who stand close together
    ring(radius + 1, 2, palette.css.paper);
    context.beginPath();
    context.arc(middle, middle, radius, 0, Math.PI * 2);
    context.fillStyle = isOwn ? palette.css.own : palette.css.person;
    context.fill();
    ring(radius - radius * 0.06, Math.max(1.5, radius * 0.12), isOwn ? palette.css.own : palette.css.ink);
    if (isOwn) ring(radius * 1.28, Math.max(1.5, radius * 0.11), palette.css.own);
    if (figure.isStaff) this.gable(context, middle, middle - radius, radius, isOwn ? palette.css.own : palette.css.ink);
    const size = radius * (figure.initials.length > 1 ? 0.92 : 1.1);
    if (radius > 6) {
      context.font = `600 ${size}px ${palette.font}`;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillStyle = isOwn ? palette.css['on-own'] : palette.css.ink;
      context.fillText(figure.initials, middle, middle + size * 0.06);
    }
    this.discs.set(key, canvas);
    return canvas;
  }

  /** Moderators and organisers carry a small roof. */
  private gable(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
    context.beginPath();
    context.moveTo(x - radius * 0.55, y + radius * 0.12);
    context.lineTo(x, y - radius * 0.3);
    context.lineTo(x + radius * 0.55, y + radius * 0.12);
    context.strokeStyle = colour;
    context.lineWidth = Math.max(1.5, radius * 0.16);
    context.stroke();
  }
}

/** 0.4 m, but never too small to be seen. */
export function radiusOf(tile: number): number {
  return Math.max(5, tile * 0.4);
}
