// eventsource-client behind the kit's stdio protocol (role client).

import {createEventSource} from 'eventsource-client'

const hello = {
  op: 'hello',
  protocol: 1,
  // Its documentation says that it does not attempt to be API-compatible with EventSource.
  profile: 'stream',
  target: {
    name: 'eventsource-client',
    version: '1.2.0',
    language: 'JavaScript',
    homepage: 'https://github.com/rexxars/eventsource-client',
  },
  roles: ['client'],
  capabilities: ['opened', 'error', 'comments', 'last-event-id', 'reconnect']
    .concat(['initial-last-event-id', 'headers', 'method', 'body']),
  notes:
    'Runs on the fetch of Node. The last event ID of an event is the lastEventId of the client at that moment. A ' +
    'scheduled reconnection is told as connecting.',
}

const sources = new Map()

function open({id, url, headers, lastEventId, method, body}) {
  const source = createEventSource({
    url,
    headers,
    method,
    body,
    initialLastEventId: lastEventId,
    onMessage: ({event = 'message', data}) =>
      send({op: 'event', id, event: {type: event, data, lastEventId: source.lastEventId ?? ''}}),
    onComment: (text) => send({op: 'comment', id, text}),
    onConnect: () => send({op: 'opened', id}),
    onScheduleReconnect: ({delay}) =>
      send({op: 'error', id, state: 'connecting', message: `reconnects in ${delay} ms`}),
    // Told before the library has closed itself, where it does.
    onDisconnect: () =>
      queueMicrotask(() => {
        if (sources.has(id) && source.readyState === 'closed') {
          send({op: 'error', id, state: 'closed', message: 'disconnected'})
        }
      }),
  })
  sources.set(id, source)
}

// The callbacks stay: what came after close() returned would be the library's, and is shown.
function close({id}) {
  sources.get(id)?.close()
  sources.delete(id)
  send({op: 'closed', id})
}

function handle(request) {
  const {op, id} = request
  if (op === 'hello') return send(hello)
  if (op === 'close') return close(request)
  if (op !== 'open') return send({op: 'unsupported', of: op, id})
  try {
    open(request)
  } catch (error) {
    send({op: 'error', id, state: 'closed', message: String(error)})
  }
}

// Standard output belongs to the protocol: whatever a library prints goes to the log instead.
const write = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)
const send = (message) => write(JSON.stringify(message) + '\n')

// Lines are cut at LF alone: node:readline would also cut at U+2028.
let unfinished = ''
process.stdin.setEncoding('utf8')
process.stdin.on('data', (text) => {
  const lines = text.split('\n')
  lines[0] = unfinished + lines[0]
  unfinished = lines.pop()
  for (const line of lines) {
    let request
    try {
      request = JSON.parse(line)
      if (typeof request?.op !== 'string') throw request
    } catch {
      console.error('not a request: %s', line.slice(0, 200))
      continue
    }
    handle(request)
  }
})

// Exits at once: pooled connections would keep the process alive for some seconds.
process.stdin.on('end', () => process.exit())
