// LaunchDarkly's eventsource for Node behind the kit's stdio protocol (role client).

import {EventSource} from 'launchdarkly-eventsource'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {
    name: 'launchdarkly-eventsource',
    version: '2.2.0',
    language: 'JavaScript',
    homepage: 'https://github.com/launchdarkly/js-eventsource',
  },
  roles: ['client'],
  capabilities: ['opened', 'error', 'last-event-id', 'origin', 'reconnect', 'retry-option']
    .concat(['initial-last-event-id', 'headers', 'method', 'body', 'read-timeout']),
  notes:
    'All its defaults: a delay that does not grow, and its own choice of statuses to try again. The initial last ' +
    'event ID is given as a header, as the documentation tells. Its "retrying" is told as connecting, "closed" as closed.',
}

const sources = new Map()

function open({id, url, eventTypes = [], headers = {}, lastEventId, method, body, retryMs, readTimeoutMs}) {
  if (lastEventId !== undefined) headers['Last-Event-ID'] = lastEventId
  const options = {headers, method, body, initialRetryDelayMillis: retryMs, readTimeoutMillis: readTimeoutMs}
  const source = new EventSource(url, options)
  sources.set(id, source)

  // What the server calls "open" or "error" reaches the same listeners as the library's own, which carry no data.
  let why = ''
  const report = (event) => {
    const {type, data, lastEventId, origin} = event
    if ('data' in event) return send({op: 'event', id, event: {type, data, lastEventId, origin}})
    if (type === 'open') send({op: 'opened', id})
    if (type === 'error' || type === 'end') why = event.message ?? String(event.status ?? type)
    if (type === 'retrying') send({op: 'error', id, state: 'connecting', message: why})
    if (type === 'closed' && sources.has(id)) send({op: 'error', id, state: 'closed', message: why})
  }
  const own = ['open', 'error', 'end', 'retrying', 'closed']
  for (const type of new Set([...own, 'message', ...eventTypes])) source.addEventListener(type, report)
}

// The listeners stay: an event that came after close() returned would be the library's, and is shown.
function close({id}) {
  const source = sources.get(id)
  sources.delete(id)
  source?.close()
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
