// sse-channel as a server on Node's http: a channel with a history for each server.

import {createServer} from 'node:http'
import SseChannel from 'sse-channel'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {name: 'sse-channel', version: '4.0.2', language: 'JavaScript', homepage: 'https://github.com/rexxars/sse-channel'},
  roles: ['server'],
  capabilities: ['type', 'id', 'retry', 'replay', 'disconnect', 'end'],
  notes: 'A channel with a history of 100,000 events, to which ids that are numbers are given as such. send has no comments, and gives each event data. Routing is that of Node.js.',
}

const tell = (message) => process.stdout.write(JSON.stringify(message) + '\n')
const servers = new Map()
let connections = 0

function start(id) {
  const open = new Map() // responses and the names of their connections
  const channel = new SseChannel({historySize: 100_000})
  channel.on('connect', (_, request, response) => {
    open.set(response, `k${++connections}`)
    tell({op: 'connected', id, connection: open.get(response), lastEventId: request.headers['last-event-id']})
  })
  channel.on('disconnect', (_, response) => {
    if (!open.has(response)) return // it is told more than once
    tell({op: 'disconnected', id, connection: open.get(response)})
    open.delete(response)
  })
  const server = createServer((request, response) => {
    if (request.method !== 'GET') return response.writeHead(405, {Allow: 'GET'}).end()
    channel.addClient(request, response)
  })
  servers.set(id, {server, channel})
  server.listen(0, '127.0.0.1', () => tell({op: 'listening', id, url: `http://127.0.0.1:${server.address().port}/events`}))
}

function send({id, seq, event}) {
  try {
    const {type, ...rest} = event
    const message = type === undefined ? rest : {...rest, event: type}
    if (String(Number(rest.id)) === rest.id) message.id = Number(rest.id) // numbers are what its history asks for
    servers.get(id).channel.send(message)
    tell({op: 'sent', id, seq})
  } catch (error) {
    tell({op: 'refused', id, seq, error: error.message})
  }
}

function handle(message) {
  const {op, id} = message
  const {server, channel} = servers.get(id) ?? {}
  if (op === 'hello') return tell(hello)
  if (op === 'start') return start(id)
  if (op === 'send' && server && message.event) return send(message)
  if (op === 'end' && server) {
    channel.close()
    return tell({op: 'ended', id})
  }
  if (op === 'stop' && server) {
    servers.delete(id)
    channel.close()
    server.close(() => tell({op: 'stopped', id}))
    return server.closeAllConnections()
  }
  tell({op: 'unsupported', of: op, id})
}

// Lines are cut at LF alone (node:readline would also cut at U+2028), each chunk is searched once.
let unfinished = []
process.stdin
  .setEncoding('utf8')
  .on('data', (text) => {
    const lines = text.split('\n')
    unfinished.push(lines.shift())
    while (lines.length) {
      const line = unfinished.join('')
      unfinished = [lines.shift()]
      try {
        handle(JSON.parse(line))
      } catch (error) {
        console.error('%s: %s', error.message, line.slice(0, 200))
      }
    }
  })
  .on('end', () => process.exit(0))
