import type { Drawing } from './floorPainter';

/**
 * Walls are ink lines of one weight through the middles of their tiles, as in an architect's drawing; only where wall fills two tiles each way it is
 * solid, and then filled with the lighter tone of cut stone.
 */
export function paintWalls({ context, plan, palette, tile, part }: Drawing): void {
  const wall = (column: number, row: number) => plan.isWall(column, row);
  const solid = (column: number, row: number) =>
    wall(column, row) && wall(column + 1, row) && wall(column, row + 1) && wall(column + 1, row + 1);
  const middle = (index: number) => (index + 0.5) * tile;

  context.fillStyle = palette.css.poche;
  eachTile((column, row) => {
    if (solid(column, row)) context.fillRect(middle(column), middle(row), tile + 0.5, tile + 0.5);
  });

  context.strokeStyle = palette.css.wall;
  context.lineWidth = Math.max(2, tile * 0.11);
  context.beginPath();
  eachTile((column, row) => {
    if (!wall(column, row)) return;
    const [east, south] = [wall(column + 1, row), wall(column, row + 1)];
    // a line between two solid squares is inside the stone
    if (east && !(solid(column, row) && solid(column, row - 1))) line(column, row, column + 1, row);
    if (south && !(solid(column, row) && solid(column - 1, row))) line(column, row, column, row + 1);
    if (!east && !south && wall(column + 1, row + 1)) line(column, row, column + 1, row + 1);
    if (!wall(column - 1, row) && !south && wall(column - 1, row + 1)) line(column, row, column - 1, row + 1);
  });
  context.stroke();

  context.fillStyle = palette.css.wall;
  eachTile((column, row) => {
    if (wall(column, row) && isAlone(column, row)) context.fillRect(middle(column) - tile * 0.2, middle(row) - tile * 0.2, tile * 0.4, tile * 0.4);
  });

  function line(fromColumn: number, fromRow: number, toColumn: number, toRow: number): void {
    context.moveTo(middle(fromColumn), middle(fromRow));
    context.lineTo(middle(toColumn), middle(toRow));
  }

  function isAlone(column: number, row: number): boolean {
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) if ((dx !== 0 || dy !== 0) && wall(column + dx, row + dy)) return false;
    return true;
  }

  function eachTile(visit: (column: number, row: number) => void): void {
    for (let row = part.y - 1; row < part.y + part.height; row++)
      for (let column = part.x - 1; column < part.x + part.width; column++) visit(column, row);
  }
}
