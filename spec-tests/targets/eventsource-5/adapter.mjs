// eventsource 5.x behind the kit's stdio protocol (role client).

import {EventSource} from 'eventsource'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {
    name: 'eventsource',
    version: '5.1.5',
    language: 'JavaScript',
    homepage: 'https://github.com/EventSource/eventsource',
  },
  roles: ['client'],
  // No retry-option, and no with-credentials: outside a browser the library does nothing with it.
  capabilities: ['opened', 'error', 'last-event-id', 'origin', 'reconnect', 'headers', 'close-in-handler'],
  notes: 'Headers are added by a wrapper around fetch, as the documentation shows. Runs on the fetch of Node.',
}

const sources = new Map()

function open({id, url, eventTypes = [], headers, closeOn, closeTimes = 1}) {
  const fetchWithHeaders = (input, init) => fetch(input, {...init, headers: {...init.headers, ...headers}})
  const source = new EventSource(url, headers && {fetch: fetchWithHeaders})
  sources.set(id, source)

  // An event that the server calls "open" or "error" reaches the same listeners as the library's own
  // open and error, which carry no data: that tells them apart.
  const report = (event) => {
    const {type, data, lastEventId, origin} = event
    if ('data' in event) return send({op: 'event', id, event: {type, data, lastEventId, origin}})
    if (type === 'open') return send({op: 'opened', id})
    const state = source.readyState === EventSource.CLOSED ? 'closed' : 'connecting'
    send({op: 'error', id, state, message: event.message ?? ''})
  }
  // Where the kit wants the source closed by its own handler, that is done right in the library's call.
  const handle = (event) => {
    report(event)
    const kind = 'data' in event ? 'event' : event.type === 'open' ? 'opened' : 'error'
    if (kind !== closeOn || !sources.delete(id)) return
    for (let i = 0; i < closeTimes; i++) source.close()
    send({op: 'closed', id})
  }
  for (const type of new Set(['open', 'error', 'message', ...eventTypes])) source.addEventListener(type, handle)
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
process.stdin.on('end', () => {
  for (const source of sources.values()) source.close()
  process.exit()
})
