// eventsource 5.x behind the kit's stdio protocol (role client).

import {EventSource} from 'eventsource'
import {send, serve} from './kit.mjs'

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
  capabilities: ['opened', 'error', 'last-event-id', 'origin', 'reconnect', 'headers', 'close-in-handler', 'object', 'event-target'],
  notes: 'Headers are added by a wrapper around fetch, as the documentation shows. Runs on the fetch of Node.',
}

const sources = new Map()

// What the object that stands for a source is like now, and how often its own handlers were called; null is what it lacks.
const shown = (source, handlers, event) => ({
  readyState: source.readyState ?? null,
  url: source.url ?? null,
  withCredentials: source.withCredentials ?? null,
  constants: [source, EventSource].flatMap((one) => [one.CONNECTING, one.OPEN, one.CLOSED]).map((n) => n ?? null),
  handlers,
  ...(event && {ownEvents: event.target === source && !event.bubbles && !event.cancelable}),
})

function open({id, url, eventTypes = [], headers, closeOn, closeTimes = 1, showObject}) {
  const fetchWithHeaders = (input, init) => fetch(input, {...init, headers: {...init.headers, ...headers}})
  const source = new EventSource(url, headers && {fetch: fetchWithHeaders})
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
    const {type, data, lastEventId, origin} = event
    if ('data' in event) return say({op: 'event', id, event: {type, data, lastEventId, origin}}, event)
    if (type === 'open') return say({op: 'opened', id}, event)
    const state = source.readyState === EventSource.CLOSED ? 'closed' : 'connecting'
    say({op: 'error', id, state, message: event.message ?? ''}, event)
  }
  // Where the kit wants the source closed by its own handler, that is done right in the library's call.
  const handle = (event) => {
    report(event)
    const kind = 'data' in event ? 'event' : event.type === 'open' ? 'opened' : 'error'
    if (kind !== closeOn || !sources.delete(id)) return
    for (let i = 0; i < closeTimes; i++) source.close()
    say({op: 'closed', id})
  }
  for (const type of new Set(['open', 'error', 'message', ...eventTypes])) source.addEventListener(type, handle)
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
serve(handle, () => {
  for (const {source} of sources.values()) source.close()
  process.exit()
})
