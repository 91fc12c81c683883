// socket.io: a room for each cell of the grid, moves gathered for a tick, one emit per cell. A packet to a room is encoded once and framed once for all
// who get it. No compression (the default), no long polling.
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { around, CELLS, cellOf, difference, PORT, SNAPSHOT, STANDING, TICK_MS } from './arena.mjs'

const roomOf = Array.from({ length: CELLS }, (_, cell) => 'c' + cell)
const inCell = Array.from({ length: CELLS }, () => new Set()) // kept for snapshots only
const changed = Array.from({ length: CELLS }, () => [])

const records = (people) => people.flatMap((one) => [one.id, one.x, one.y, one.d])

function sendEverybodyIn(socket, cells) {
  const all = records(cells.flatMap((cell) => [...inCell[cell]]))
  if (all.length) socket.emit('m', all)
}

function mark(one) {
  if (one.marked) return
  one.marked = true
  changed[one.cell].push(one)
}

const http = createServer()
const io = new Server(http, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  const one = { id: -1, x: 0, y: 0, d: 0, cell: -1, marked: false }
  socket.on('join', (id, x, y) => {
    Object.assign(one, { id, x, y, cell: cellOf(x, y) })
    socket.join(around(one.cell).map((cell) => roomOf[cell]))
    if (SNAPSHOT) {
      one.d = STANDING
      inCell[one.cell].add(one)
      sendEverybodyIn(socket, around(one.cell))
      mark(one)
      socket.on('disconnect', () => inCell[one.cell].delete(one))
    }
    socket.emit('ok')
  })
  socket.on('p', (x, y, d) => {
    if (one.id < 0) return
    one.x = x
    one.y = y
    one.d = d
    const cell = cellOf(x, y)
    if (cell !== one.cell) {
      const { enter, leave } = difference(one.cell, cell)
      for (const left of leave) socket.leave(roomOf[left])
      socket.join(enter.map((entered) => roomOf[entered]))
      if (SNAPSHOT) {
        inCell[one.cell].delete(one)
        inCell[cell].add(one)
        sendEverybodyIn(socket, enter)
      }
      one.cell = cell
    }
    mark(one)
  })
})

setInterval(() => {
  for (let cell = 0; cell < CELLS; cell++) {
    const people = changed[cell]
    if (people.length === 0) continue
    for (const one of people) one.marked = false
    io.to(roomOf[cell]).emit('m', records(people))
    people.length = 0
  }
}, TICK_MS)
http.listen(PORT, '127.0.0.1', () => console.log('ready'))
