// The bare npm package 'ws', binary frames, once per tick.
//   MODE=cell    a frame for each changed cell; the sockets are corked so that a client's frames leave in one write
//   MODE=client  one frame per client, with the records of its nine cells put together
// Client to server: [1][u16 id][u16 x][u16 y] joins, [2][u16 x][u16 y][u8 direction] moves.
// Server to client: records of 7 bytes, u16 id, u16 x, u16 y, u8 direction. All little endian.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { around, CELLS, cellOf, difference, PORT, SNAPSHOT, STANDING, TICK_MS } from './arena.mjs'

const RECORD = 7
const MAX_BACKLOG = 256 * 1024 // who reads too slowly misses a tick; the server's memory does not grow

const cells = (make) => Array.from({ length: CELLS }, make)
const listeners = cells(() => new Set())
const changed = cells(() => [])
const inCell = cells(() => new Set()) // kept for snapshots only
const clients = new Set()

function write(people, buffer, offset) {
  for (const one of people) {
    buffer.writeUInt16LE(one.id, offset)
    buffer.writeUInt16LE(one.x, offset + 2)
    buffer.writeUInt16LE(one.y, offset + 4)
    buffer[offset + 6] = one.d
    offset += RECORD
  }
  return offset
}

function sendEverybodyIn(one, seen) {
  const count = seen.reduce((sum, cell) => sum + inCell[cell].size, 0)
  if (count === 0) return
  const buffer = Buffer.allocUnsafe(count * RECORD)
  seen.reduce((offset, cell) => write(inCell[cell], buffer, offset), 0)
  one.socket.send(buffer)
}

function mark(one) {
  if (one.marked) return
  one.marked = true
  changed[one.cell].push(one)
}

function join(one, message) {
  one.id = message.readUInt16LE(1)
  one.x = message.readUInt16LE(3)
  one.y = message.readUInt16LE(5)
  one.cell = cellOf(one.x, one.y)
  for (const cell of around(one.cell)) listeners[cell].add(one)
  clients.add(one)
  if (!SNAPSHOT) return
  one.d = STANDING
  inCell[one.cell].add(one)
  sendEverybodyIn(one, around(one.cell))
  mark(one)
}

function move(one, message) {
  if (one.id < 0) return
  one.x = message.readUInt16LE(1)
  one.y = message.readUInt16LE(3)
  one.d = message[5]
  const cell = cellOf(one.x, one.y)
  if (cell !== one.cell) {
    const { enter, leave } = difference(one.cell, cell)
    for (const left of leave) listeners[left].delete(one)
    for (const entered of enter) listeners[entered].add(one)
    if (SNAPSHOT) {
      inCell[one.cell].delete(one)
      inCell[cell].add(one)
      sendEverybodyIn(one, enter)
    }
    one.cell = cell
  }
  mark(one)
}

function leave(one) {
  clients.delete(one)
  if (one.cell < 0) return
  inCell[one.cell].delete(one)
  for (const cell of around(one.cell)) listeners[cell].delete(one)
}

const http = createServer()
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket, request) => {
  request.socket.setNoDelay(true)
  const one = { socket, wire: request.socket, id: -1, x: 0, y: 0, d: 0, cell: -1, marked: false }
  socket.on('message', (message) => {
    if (message[0] === 2) move(one, message)
    else if (message[0] === 1) join(one, message)
  })
  socket.on('close', () => leave(one))
  socket.on('error', () => socket.terminate())
})

/** This tick's records of each cell, null where nothing changed. */
function takeChanges() {
  return changed.map((people) => {
    if (people.length === 0) return null
    const buffer = Buffer.allocUnsafe(people.length * RECORD)
    write(people, buffer, 0)
    for (const one of people) one.marked = false
    people.length = 0
    return buffer
  })
}

function tickByCell() {
  const pieces = takeChanges()
  for (const one of clients) one.wire.cork()
  pieces.forEach((piece, cell) => {
    if (piece) for (const one of listeners[cell]) if (one.wire.writableLength < MAX_BACKLOG) one.socket.send(piece)
  })
  for (const one of clients) one.wire.uncork()
}

function tickByClient() {
  const pieces = takeChanges()
  for (const one of clients) {
    if (one.wire.writableLength >= MAX_BACKLOG) continue
    const seen = around(one.cell).map((cell) => pieces[cell]).filter((piece) => piece)
    if (seen.length > 0) one.socket.send(Buffer.concat(seen))
  }
}

setInterval(process.env.MODE === 'client' ? tickByClient : tickByCell, TICK_MS)
http.listen(PORT, '127.0.0.1', () => console.log('ready'))
