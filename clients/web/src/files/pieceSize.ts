const smallest = 64 * 1024;
const largest = 8 * 1024 * 1024;

/** Small enough that one soon sees something of it on a slow line. */
export const firstPiece = 256 * 1024;

/** How much is sent at once, by how long the last piece took: some seconds each, so that little is lost with a line and one sees that it goes on. */
export function nextPiece(size: number, milliseconds: number): number {
  if (milliseconds < 1000) return Math.min(largest, size * 2);
  return milliseconds > 4000 ? Math.max(smallest, Math.floor(size / 2)) : size;
}

/** A line that broke may be one that does not take so much: proxies have limits. */
export function pieceAfterBreak(size: number): number {
  return Math.max(smallest, Math.floor(size / 2));
}
