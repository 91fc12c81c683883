import type { CircleFigure } from '../conversations/circles';
import type { Palette } from './palette';

const topicSize = 13;

/** A soft disc under those who talk with each other, a small lock when one knocks, and below it the topic: names stand above. In device pixels. */
export function paintCircle(context: CanvasRenderingContext2D, circle: CircleFigure, x: number, y: number, tile: number, palette: Palette, ratio: number): void {
  const radius = (circle.radius / 32) * tile;
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fillStyle = palette.css.talk;
  context.fill();
  context.strokeStyle = circle.isOwn ? palette.css.own : palette.css['talk-line'];
  context.lineWidth = (circle.isOwn ? 2.5 : 1.5) * ratio;
  context.setLineDash(circle.closed ? [] : [6 * ratio, 4 * ratio]);
  context.stroke();
  context.setLineDash([]);
  if (circle.closed) lock(context, x, y + radius, 7 * ratio, palette);
  if (circle.topic) topic(context, circle.topic, x, y + radius + (circle.closed ? 22 : 12) * ratio, palette, ratio, context.canvas.width);
}

/** A ring around who speaks: seen by those who cannot hear. */
export function paintSpeaking(context: CanvasRenderingContext2D, x: number, y: number, radius: number, pulse: number, palette: Palette, ratio: number): void {
  context.beginPath();
  context.arc(x, y, radius * (1.2 + 0.2 * pulse), 0, Math.PI * 2);
  context.strokeStyle = palette.css.accent;
  context.lineWidth = 3 * ratio;
  context.stroke();
}

function topic(context: CanvasRenderingContext2D, words: string, x: number, y: number, palette: Palette, ratio: number, width: number): void {
  const size = topicSize * ratio;
  context.font = `600 ${size}px ${palette.font}`;
  const short = words.length > 40 ? `${words.slice(0, 39)}…` : words;
  const half = context.measureText(short).width / 2 + size * 0.5;
  // read as a whole, also at the edge of the picture
  const middle = Math.max(half, Math.min(width - half, x));
  context.beginPath();
  context.roundRect(middle - half, y - size * 0.75, half * 2, size * 1.5, size * 0.3);
  context.fillStyle = palette.css.panel;
  context.fill();
  context.strokeStyle = palette.css['talk-line'];
  context.lineWidth = ratio;
  context.stroke();
  context.fillStyle = palette.css.ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(short, middle, y + ratio * 0.5);
}

function lock(context: CanvasRenderingContext2D, x: number, y: number, size: number, palette: Palette): void {
  context.beginPath();
  context.arc(x, y, size * 1.5, 0, Math.PI * 2);
  context.fillStyle = palette.css.panel;
  context.fill();
  context.strokeStyle = palette.css['talk-line'];
  context.lineWidth = size * 0.2;
  context.stroke();
  context.fillStyle = palette.css.ink;
  context.fillRect(x - size * 0.6, y - size * 0.1, size * 1.2, size * 0.9);
  context.beginPath();
  context.arc(x, y - size * 0.15, size * 0.38, Math.PI, 0);
  context.strokeStyle = palette.css.ink;
  context.lineWidth = size * 0.24;
  context.stroke();
}
