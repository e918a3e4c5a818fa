// event-source-polyfill behind the kit's stdio protocol (role client).

import polyfill from 'event-source-polyfill'
import {send, serve} from './kit.mjs'

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
  capabilities: ['opened', 'error', 'last-event-id', 'reconnect', 'headers', 'object', 'event-target'],
  notes:
    'Runs on the fetch of Node, which it chooses itself. As its documentation tells, the last event ID goes into the ' +
    'query of the URL, not into a header. The delay doubles from 1 s.',
}

const sources = new Map()

// What the object that stands for a source is like now, and how often its own handlers were called; null is what it lacks.
const shown = (source, handlers, event) => ({
  readyState: source.readyState ?? null,
  url: source.url ?? null,
  withCredentials: source.withCredentials ?? null,
  constants: [source, EventSourcePolyfill].flatMap((one) => [one.CONNECTING, one.OPEN, one.CLOSED]).map((n) => n ?? null),
  handlers,
  ...(event && {ownEvents: event.target === source && !event.bubbles && !event.cancelable}),
})

function open({id, url, eventTypes = [], headers, showObject}) {
  const source = new EventSourcePolyfill(url, {headers})
  const calls = [0, 0, 0]
  const say = (message, event) => send(showObject ? {...message, object: shown(source, calls, event)} : message)
  sources.set(id, {source, say})
  if (showObject) {
    source.onopen = () => calls[0]++
    source.onmessage = () => calls[1]++
    source.onerror = () => calls[2]++
    say({op: 'made', id})
  }

  // An event that the server calls "open" or "error" reaches the same listeners as the library's own
  // open and error, which carry no data: that tells them apart.
  const report = (event) => {
    const {type, data, lastEventId} = event
    if ('data' in event) return say({op: 'event', id, event: {type, data, lastEventId}}, event)
    if (type === 'open') return say({op: 'opened', id}, event)
    const state = source.readyState === EventSourcePolyfill.CLOSED ? 'closed' : 'connecting'
    say({op: 'error', id, state, message: String(event.error ?? event.status ?? '')}, event)
  }
  for (const type of new Set(['open', 'error', 'message', ...eventTypes])) source.addEventListener(type, report)
}

// The listeners stay: an event that came after close() returned would be the library's, and is shown.
function close({id}) {
  const {source, say = send} = sources.get(id) ?? {}
  source?.close()
  sources.delete(id)
  say({op: 'closed', id})
}

function handle(request) {
  const {op, id} = request
  if (op === 'hello') return send(hello)
  if (op === 'close') return close(request)
  if (op !== 'open') return send({op: 'unsupported', of: op, id})
  try {
    open(request)
  } catch (error) {
    const refusal = {op: 'failed', id, name: error.name, error: String(error)}
    send(request.showObject ? refusal : {op: 'error', id, state: 'closed', message: String(error)})
  }
}

// Exits at once: pooled connections would keep the process alive for some seconds.
serve(handle, () => process.exit())
