// Hono as a server: streamSSE for each response, on @hono/node-server.

import {serve} from '@hono/node-server'
import {Hono} from 'hono'
import {streamSSE} from 'hono/streaming'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {name: 'Hono', version: '4.13.19', language: 'JavaScript', homepage: 'https://github.com/honojs/hono'},
  roles: ['server'],
  capabilities: ['type', 'id', 'retry', 'disconnect', 'end'],
  notes: 'streamSSE on @hono/node-server 2.1.8. writeSSE has no comments, and no events without data.',
}

const tell = (message) => process.stdout.write(JSON.stringify(message) + '\n')
const servers = new Map()
let connections = 0

function start(id) {
  const open = new Map() // streams, and what ends their callbacks
  const app = new Hono().get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const connection = `k${++connections}`
      const over = new Promise((end) => open.set(stream, end))
      stream.onAbort(() => {
        open.delete(stream)
        tell({op: 'disconnected', id, connection})
      })
      tell({op: 'connected', id, connection, lastEventId: c.req.header('Last-Event-ID')})
      await over
    }),
  )
  const server = serve({fetch: app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) =>
    tell({op: 'listening', id, url: `http://127.0.0.1:${port}/events`}),
  )
  servers.set(id, {server, open})
}

async function send({id, seq, event}) {
  const {data, type, id: eventId, retry} = event
  const writes = [...servers.get(id).open.keys()].map((stream) => stream.writeSSE({data, event: type, id: eventId, retry}))
  try {
    // What writeSSE does not take it rejects at once; what it takes may wait for a reader, and is not waited for.
    await Promise.race([Promise.all(writes), new Promise(setImmediate)])
    tell({op: 'sent', id, seq})
  } catch (error) {
    tell({op: 'refused', id, seq, error: error.message})
  }
}

function handle(message) {
  const {op, id} = message
  const {server, open} = servers.get(id) ?? {}
  if (op === 'hello') return tell(hello)
  if (op === 'start') return start(id)
  if (op === 'send' && server && message.event) return send(message)
  if (op === 'end' && server) {
    // Writes that were begun in this turn reach the stream with its next microtasks.
    return setImmediate(() => {
      for (const end of open.values()) end()
      open.clear()
      tell({op: 'ended', id})
    })
  }
  if (op === 'stop' && server) {
    servers.delete(id)
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
