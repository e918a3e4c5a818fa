// fastify-sse-v2 as a server: reply.sse for each event, on Fastify.

import Fastify from 'fastify'
import {FastifySSEPlugin} from 'fastify-sse-v2'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {
    name: 'fastify-sse-v2',
    version: '4.2.2',
    language: 'JavaScript',
    homepage: 'https://github.com/mpetrunic/fastify-sse-v2',
  },
  roles: ['server'],
  capabilities: ['type', 'id', 'retry', 'comment', 'no-data', 'disconnect', 'end'],
  notes: 'Individual events with reply.sse, on Fastify 5.12.8.',
}

const tell = (message) => process.stdout.write(JSON.stringify(message) + '\n')
const servers = new Map()
let connections = 0

async function start(id) {
  const open = new Set()
  const app = Fastify({forceCloseConnections: true})
  await app.register(FastifySSEPlugin)
  app.get('/events', (request, reply) => {
    const connection = `k${++connections}`
    reply.sse({}) // an event without anything in it sends the head, and the plugin's own retry
    open.add(reply)
    request.raw.once('close', () => {
      open.delete(reply)
      tell({op: 'disconnected', id, connection})
    })
    tell({op: 'connected', id, connection, lastEventId: request.headers['last-event-id']})
  })
  servers.set(id, {app, open})
  tell({op: 'listening', id, url: `${await app.listen({host: '127.0.0.1', port: 0})}/events`})
}

function send({id, seq, event, comment}) {
  const {type, ...rest} = event ?? {}
  try {
    for (const reply of servers.get(id).open) reply.sse({...rest, event: type, comment})
    tell({op: 'sent', id, seq})
  } catch (error) {
    tell({op: 'refused', id, seq, error: error.message})
  }
}

function handle(message) {
  const {op, id} = message
  const {app, open} = servers.get(id) ?? {}
  if (op === 'hello') return tell(hello)
  if (op === 'start') return start(id)
  if (op === 'send' && app) return send(message)
  if (op === 'end' && app) {
    for (const reply of open) reply.sseContext.source.end()
    return tell({op: 'ended', id})
  }
  if (op === 'stop' && app) {
    servers.delete(id)
    return app.close().then(() => tell({op: 'stopped', id}))
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
