// A server in Express with its event stream written by hand, the way most of them are, and written with care. The
// kit watches it and tells it nothing: events come by themselves.

import express from 'express'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {name: 'express-by-hand', version: '5.3.0', language: 'JavaScript', homepage: 'https://expressjs.com'},
  roles: ['server-url'],
  capabilities: ['replay'],
  notes: 'An event every 200 ms, a comment every second, the last 1000 events are replayed after Last-Event-ID.',
}

function start(listening) {
  const log = []
  const responses = new Set()

  // A reader who does not read would make the process hold everything sent since. It is cut off instead: it can
  // come back with its Last-Event-ID.
  const write = (text) => {
    for (const response of responses) {
      if (response.writableLength > 1 << 20) response.destroy()
      else response.write(text)
    }
  }

  let count = 0
  const emit = () => {
    count++
    const data = count % 5 ? [`reading ${count}`] : [`readings ${count - 4} to ${count}`, 'all in order ✓']
    const text = `id: ${count}\n${data.map((line) => `data: ${line}\n`).join('')}\n`
    log.push({id: count, text})
    if (log.length > 1000) log.shift()
    write(text)
  }
  const timers = [setInterval(emit, 200), setInterval(write, 1000, ': still here\n\n')]

  const app = express().disable('x-powered-by')
  app.get('/events', (request, response) => {
    // no-transform keeps compressing proxies off, X-Accel-Buffering a buffering nginx.
    response.set({
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    })
    // Express gives HEAD to the handler of GET, which would never end it.
    if (request.method === 'HEAD') return response.end()
    response.flushHeaders()
    response.write('retry: 500\n\n')
    const lastEventId = request.get('Last-Event-ID') ?? ''
    if (/^\d+$/.test(lastEventId)) {
      for (const {id, text} of log) if (id > Number(lastEventId)) response.write(text)
    }
    responses.add(response)
    response.on('close', () => responses.delete(response))
  })

  const server = app.listen(0, '127.0.0.1', () => listening(`http://127.0.0.1:${server.address().port}/events`))
  return (stopped) => {
    timers.forEach(clearInterval)
    for (const response of responses) response.end()
    server.close(stopped)
  }
}

const stops = new Map()

function handle({op, id}) {
  if (op === 'hello') return send(hello)
  if (op === 'start') return stops.set(id, start((url) => send({op: 'listening', id, url})))
  if (op !== 'stop') return send({op: 'unsupported', of: op, id})
  stops.get(id)?.(() => send({op: 'stopped', id}))
  stops.delete(id)
}

const send = (message) => process.stdout.write(JSON.stringify(message) + '\n')

let unfinished = ''
process.stdin.setEncoding('utf8').on('data', (text) => {
  const lines = (unfinished + text).split('\n')
  unfinished = lines.pop()
  for (const line of lines) {
    try {
      handle(JSON.parse(line))
    } catch (error) {
      console.error('%s: %s', error.message, line.slice(0, 200))
    }
  }
})
// Open responses and timers keep a process alive, so it has to be told.
process.stdin.on('end', () => process.exit())
