// better-sse as a server on Node's http: a session for each response, and a batch where push() has no word for a part.

import {createEventBuffer, createSession} from 'better-sse'
import {createServer} from 'node:http'

const serializer = (data) => data // the kit's data is text; the default would make it a JSON string

const hello = {
  op: 'hello',
  protocol: 1,
  target: {name: 'better-sse', version: '0.16.1', language: 'JavaScript', homepage: 'https://github.com/MatthewWid/better-sse'},
  roles: ['server'],
  capabilities: ['type', 'id', 'retry', 'comment', 'no-data', 'surrogates', 'disconnect', 'end'],
  notes: 'Sessions with a serializer that leaves strings as they are. Routing and the end are those of Node.js.',
}

const tell = (message) => process.stdout.write(JSON.stringify(message) + '\n')
const servers = new Map()
let connections = 0

function start(id) {
  const open = new Map() // sessions and their responses
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET') return response.writeHead(405, {Allow: 'GET'}).end()
    const session = await createSession(request, response, {serializer})
    const connection = `k${++connections}`
    open.set(session, response)
    session.once('disconnected', () => {
      open.delete(session)
      tell({op: 'disconnected', id, connection})
    })
    tell({op: 'connected', id, connection, lastEventId: session.lastId})
  })
  servers.set(id, {server, open})
  server.listen(0, '127.0.0.1', () => tell({op: 'listening', id, url: `http://127.0.0.1:${server.address().port}/events`}))
}

function send({id, seq, event, comment}) {
  try {
    for (const session of servers.get(id).open.keys()) {
      if (event && event.data !== undefined && event.retry === undefined) {
        session.push(event.data, event.type, event.id)
      } else {
        const buffer = createEventBuffer({serializer})
        if (comment !== undefined) buffer.comment(comment)
        if (event?.type !== undefined) buffer.event(event.type)
        if (event?.id !== undefined) buffer.id(event.id)
        if (event?.retry !== undefined) buffer.retry(event.retry)
        if (event?.data !== undefined) buffer.data(event.data)
        session.batch(buffer.dispatch())
      }
    }
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
  if (op === 'send' && server) return send(message)
  if (op === 'end' && server) {
    for (const response of open.values()) response.end()
    return tell({op: 'ended', id})
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
