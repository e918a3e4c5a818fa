// event-source-polyfill behind the kit's stdio protocol (role client).

import polyfill from 'event-source-polyfill'

const {EventSourcePolyfill} = polyfill

const hello = {
  op: 'hello',
  protocol: 1,
  target: {
    name: 'event-source-polyfill',
    version: '1.0.31',
    language: 'JavaScript',
    homepage: 'https://github.com/Yaffle/EventSource',
  },
  roles: ['client'],
  // No with-credentials: outside a browser there is nothing that the option could show.
  capabilities: ['opened', 'error', 'last-event-id', 'reconnect', 'headers'],
  notes:
    'Runs on the fetch of Node, which it chooses itself. As its documentation tells, the last event ID goes into the ' +
    'query of the URL, not into a header. The delay doubles from 1 s.',
}

const sources = new Map()

function open({id, url, eventTypes = [], headers}) {
  const source = new EventSourcePolyfill(url, {headers})
  sources.set(id, source)

  // An event that the server calls "open" or "error" reaches the same listeners as the library's own
  // open and error, which carry no data: that tells them apart.
  const report = (event) => {
    const {type, data, lastEventId} = event
    if ('data' in event) return send({op: 'event', id, event: {type, data, lastEventId}})
    if (type === 'open') return send({op: 'opened', id})
    const state = source.readyState === EventSourcePolyfill.CLOSED ? 'closed' : 'connecting'
    send({op: 'error', id, state, message: String(event.error ?? event.status ?? '')})
  }
  for (const type of new Set(['open', 'error', 'message', ...eventTypes])) source.addEventListener(type, report)
}

// The listeners stay: an event that came after close() returned would be the library's, and is shown.
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
