// @microsoft/fetch-event-source behind the kit's stdio protocol (role client).

import {fetchEventSource} from '@microsoft/fetch-event-source'

// The library is made for browsers: it takes its timers from the window, and forgets a listener of the document.
globalThis.window = globalThis
globalThis.document = {hidden: false, addEventListener() {}, removeEventListener() {}}

const hello = {
  op: 'hello',
  protocol: 1,
  profile: 'stream',
  target: {
    name: '@microsoft/fetch-event-source',
    version: '2.0.1',
    language: 'JavaScript',
    homepage: 'https://github.com/Azure/fetch-event-source',
  },
  roles: ['client'],
  // No opened: an onopen would replace the library's own, which checks the content type. No last-event-id: a message
  // has the id of its own block, or an empty one. No retry-option: what onerror returns overrides the stream's retry.
  capabilities: ['error', 'reconnect', 'headers', 'method', 'body'],
  notes:
    "On the fetch of Node, with a window and a document that do nothing. onclose throws, as its documentation's " +
    'example does to reconnect when the server ends the stream.',
}

const sources = new Map()

function open({id, url, headers, method, body}) {
  const controller = new AbortController()
  sources.set(id, controller)
  const failed = (state, error) => send({op: 'error', id, state, message: String(error)})
  fetchEventSource(url, {
    headers,
    method,
    body,
    signal: controller.signal,
    openWhenHidden: true,
    // Its type is empty where the stream named none.
    onmessage: ({event, data}) => send({op: 'event', id, event: {type: event || 'message', data}}),
    onclose() {
      throw new Error('the server ended the stream')
    },
    onerror: (error) => failed('connecting', error),
  }).catch((error) => failed('closed', error))
}

function close({id}) {
  sources.get(id)?.abort()
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
