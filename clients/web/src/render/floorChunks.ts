import type { FloorPlan } from '../room/floorPlan';
import type { Palette } from './palette';
import { paintFloor } from './floorPainter';
import type { FloorTitles, View } from './roomRenderer';

const chunkTiles = 16;
/** Canvases kept; a picture shows some twelve at once. */
const kept = 48;

/** The floor does not move: it is painted once in squares of 16 tiles and then only copied. */
export class FloorChunks {
  private chunks = new Map<string, HTMLCanvasElement>();
  private made = '';

  draw(context: CanvasRenderingContext2D, plan: FloorPlan, titles: FloorTitles, palette: Palette, view: View, size: { width: number; height: number; ratio: number }): void {
    const key = `${plan.version}|${plan.width}x${plan.height}|${view.scale}|${size.ratio}|${palette.key}|${titles.language}|${titles.signed}`;
    if (key !== this.made) {
      this.chunks.clear();
      this.made = key;
    }
    const tile = view.scale * size.ratio;
    const left = (view.x / 32) * tile - (size.width * size.ratio) / 2;
    const top = (view.y / 32) * tile - (size.height * size.ratio) / 2;
    const side = chunkTiles * tile;
    // a chunk more to each side: walls and titles reach a little over the edge of the room
    const last = (tiles: number) => Math.ceil((tiles + 2) / chunkTiles) - 1;
    const from = (start: number) => Math.max(-1, Math.floor(start / side));
    const to = (end: number, tiles: number) => Math.min(last(tiles), Math.floor(end / side));
    for (let row = from(top); row <= to(top + size.height * size.ratio, plan.height); row++)
      for (let column = from(left); column <= to(left + size.width * size.ratio, plan.width); column++) {
        const chunk = this.chunk(column, row, plan, titles, palette, tile, side);
        context.drawImage(chunk, Math.round(column * side - left), Math.round(row * side - top));
      }
  }

  private chunk(column: number, row: number, plan: FloorPlan, titles: FloorTitles, palette: Palette, tile: number, side: number): HTMLCanvasElement {
    const name = `${column},${row}`;
    const known = this.chunks.get(name);
    if (known) return known;
    if (this.chunks.size >= kept) this.chunks.delete(this.chunks.keys().next().value!);
    const canvas = document.createElement('canvas');
    // rounded up, so that neighbours whose places are rounded leave no seam
    canvas.width = canvas.height = Math.ceil(side) + 1;
    const context = canvas.getContext('2d', { alpha: false })!;
    context.translate(-column * side, -row * side);
    const edge = chunkTiles + 1;
    paintFloor(context, plan, titles, palette, tile, { x: column * chunkTiles - 1, y: row * chunkTiles - 1, width: edge + 1, height: edge + 1 });
    this.chunks.set(name, canvas);
    return canvas;
  }
}
