// h3 as a server: createEventStream for each response, on its own serve() for Node.js.

import {createEventStream, H3, serve} from 'h3'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {name: 'h3', version: '2.0.8', language: 'JavaScript', homepage: 'https://github.com/h3js/h3'},
  roles: ['server'],
  capabilities: ['type', 'id', 'retry', 'comment', 'disconnect', 'end'],
  notes: 'createEventStream with push and pushComment. A message always has data.',
}

const tell = (message) => process.stdout.write(JSON.stringify(message) + '\n')
const servers = new Map()
let connections = 0

async function start(id) {
  const open = new Set()
  const app = new H3().get('/events', (event) => {
    const stream = createEventStream(event)
    const connection = `k${++connections}`
    open.add(stream)
    stream.onClosed(() => {
      open.delete(stream)
      tell({op: 'disconnected', id, connection})
    })
    tell({op: 'connected', id, connection, lastEventId: event.req.headers.get('Last-Event-ID') ?? undefined})
    return stream
  })
  const server = serve(app, {hostname: '127.0.0.1', port: 0, silent: true})
  servers.set(id, {server, open})
  await server.ready()
  tell({op: 'listening', id, url: `${server.url}events`})
}

async function send({id, seq, event, comment}) {
  const {data, type, id: eventId, retry} = event ?? {}
  const writes = [...servers.get(id).open].map((stream) =>
    event ? stream.push({data, event: type, id: eventId, retry}) : stream.pushComment(comment),
  )
  try {
    // What push does not take it rejects at once; what it takes may wait for a reader, and is not waited for.
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
  if (op === 'send' && server) return send(message)
  if (op === 'end' && server) {
    for (const stream of open) stream.close()
    return tell({op: 'ended', id})
  }
  if (op === 'stop' && server) {
    servers.delete(id)
    return server.close(true).then(() => tell({op: 'stopped', id}))
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
