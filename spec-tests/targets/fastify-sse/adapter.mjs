// @fastify/sse as a server: reply.sse of each response, on Fastify.

import fastifySSE from '@fastify/sse'
import Fastify from 'fastify'

const serializer = (data) => data // the kit's data is text; the default would make it a JSON string

const hello = {
  op: 'hello',
  protocol: 1,
  target: {name: '@fastify/sse', version: '0.6.0', language: 'JavaScript', homepage: 'https://github.com/fastify/sse'},
  roles: ['server'],
  capabilities: ['type', 'id', 'retry', 'disconnect', 'end'],
  notes: 'A route with sse: only, on Fastify 5.12.8, with a serializer that leaves strings as they are. send has no comments, and no events without data.',
}

const tell = (message) => process.stdout.write(JSON.stringify(message) + '\n')
const servers = new Map()
let connections = 0

async function start(id) {
  const open = new Set()
  const app = Fastify({forceCloseConnections: true})
  await app.register(fastifySSE, {serializer})
  app.get('/events', {sse: 'only'}, async (request, reply) => {
    const connection = `k${++connections}`
    const {sse} = reply
    sse.keepAlive()
    sse.sendHeaders()
    sse.onClose(() => {
      open.delete(sse)
      tell({op: 'disconnected', id, connection})
    })
    open.add(sse)
    tell({op: 'connected', id, connection, lastEventId: sse.lastEventId ?? undefined})
  })
  servers.set(id, {app, open})
  tell({op: 'listening', id, url: `${await app.listen({host: '127.0.0.1', port: 0})}/events`})
}

async function send({id, seq, event}) {
  const {type, ...rest} = event
  const message = type === undefined ? rest : {...rest, event: type}
  const writes = [...servers.get(id).open].map((sse) => sse.send(message))
  try {
    // What send does not take it rejects at once; what it takes may wait for a reader, and is not waited for.
    await Promise.race([Promise.all(writes), new Promise(setImmediate)])
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
  if (op === 'send' && app && message.event) return send(message)
  if (op === 'end' && app) {
    for (const sse of open) sse.close()
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
