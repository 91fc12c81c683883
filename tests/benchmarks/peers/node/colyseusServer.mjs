// Colyseus as its documents say: default patch rate (50 ms) and default transport.
//   MODE=all   the whole state is shared by every client (its default: encoded once, sent to all)
//   MODE=view  a StateView per client; membership follows the cells of the grid and changes only when somebody crosses a border
import { createServer } from 'node:http'
import { Room, Server } from '@colyseus/core'
import { Encoder, schema, StateView, t } from '@colyseus/schema'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { around, CELLS, cellOf, difference, PORT, SNAPSHOT, STANDING } from './arena.mjs'

const FILTERED = process.env.MODE === 'view'
Encoder.BUFFER_SIZE = 256 * 1024 // as advised for large states

const Player = schema({ id: t.uint16(), x: t.uint16(), y: t.uint16(), d: t.uint8() }, 'Player')
const Plaza = schema({ players: FILTERED ? t.map(Player).view() : t.map(Player) }, 'Plaza')

class PlazaRoom extends Room {
  state = new Plaza()
  messages = { p: (client, move) => this.move(client, move) }

  onCreate() {
    this.autoDispose = false
    this.inCell = Array.from({ length: CELLS }, () => new Set())
  }

  onJoin(client, options) {
    const player = new Player()
    player.id = options.id
    player.x = options.x
    player.y = options.y
    player.d = SNAPSHOT ? STANDING : 0
    const one = { client, player, cell: cellOf(options.x, options.y) }
    client.userData = one
    this.state.players.set(client.sessionId, player)
    if (!FILTERED) return
    client.view = new StateView()
    this.meet(one, around(one.cell))
    client.view.add(player)
    this.inCell[one.cell].add(one)
  }

  onLeave(client) {
    const one = client.userData
    if (FILTERED && one) {
      this.inCell[one.cell].delete(one)
      for (const cell of around(one.cell)) for (const other of this.inCell[cell]) other.client.view.remove(one.player)
      client.view.dispose?.()
    }
    this.state.players.delete(client.sessionId)
  }

  move(client, { x, y, d }) {
    const one = client.userData
    one.player.x = x
    one.player.y = y
    one.player.d = d
    if (!FILTERED) return
    const cell = cellOf(x, y)
    if (cell === one.cell) return
    const { enter, leave } = difference(one.cell, cell)
    this.part(one, leave)
    this.meet(one, enter)
    this.inCell[one.cell].delete(one)
    this.inCell[cell].add(one)
    one.cell = cell
  }

  meet(one, cells) {
    for (const cell of cells)
      for (const other of this.inCell[cell]) {
        one.client.view.add(other.player)
        other.client.view.add(one.player)
      }
  }

  part(one, cells) {
    for (const cell of cells)
      for (const other of this.inCell[cell]) {
        one.client.view.remove(other.player)
        other.client.view.remove(one.player)
      }
  }
}

const server = new Server({ greet: false, transport: new WebSocketTransport({ server: createServer() }) })
server.define('plaza', PlazaRoom)
await server.listen(PORT, '127.0.0.1')
console.log('ready')
