// What all node peers share: the arena in units of 1/32 tile, and the grid by which they decide who hears of whom. A cell is one view radius wide and
// a client listens to the nine cells around it, so whatever is within the radius is always covered.
const TILE = 32
const CELL = 12 * TILE
const COLUMNS = Math.ceil((100 * TILE) / CELL)

export const CELLS = COLUMNS * COLUMNS
export const TICK_MS = 50
export const STANDING = 255
export const PORT = Number(process.env.PORT)

/** Workload stroll: people stand, too, so a client needs the state of cells that come into its view. */
export const SNAPSHOT = process.env.SNAPSHOT === '1'

export const cellOf = (x, y) => Math.min(COLUMNS - 1, (y / CELL) | 0) * COLUMNS + Math.min(COLUMNS - 1, (x / CELL) | 0)

const neighbours = Array.from({ length: CELLS }, (_, cell) =>
  Array.from({ length: CELLS }, (_, other) => other).filter(
    (other) =>
      Math.abs(((other / COLUMNS) | 0) - ((cell / COLUMNS) | 0)) <= 1 && Math.abs((other % COLUMNS) - (cell % COLUMNS)) <= 1,
  ),
)
const sets = neighbours.map((cells) => new Set(cells))

/** The cells that somebody who stands in this one listens to. */
export const around = (cell) => neighbours[cell]

/** The cells that come into hearing and go out of it on the way from one to another. */
export const difference = (from, to) => ({
  enter: neighbours[to].filter((cell) => !sets[from].has(cell)),
  leave: neighbours[from].filter((cell) => !sets[to].has(cell)),
})

for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0))
