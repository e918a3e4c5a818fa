// The parser of undici's EventSource behind the kit's stdio protocol (role parser). Its EventSource is the target undici.

import {EventSourceStream} from 'undici/lib/web/eventsource/eventsource-stream.js'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {
    name: 'undici-parser',
    version: '7.30.2',
    language: 'JavaScript',
    homepage: 'https://github.com/nodejs/undici',
  },
  roles: ['parser'],
  capabilities: ['last-event-id', 'retry', 'chunks', 'events-before-eof'],
  notes: 'EventSourceStream, which EventSource pipes its body through: a part of the package that is not documented.',
}

async function parse({id, chunks, eof}) {
  const state = {}
  const stream = new EventSourceStream({eventSourceSettings: state})
  const seen = []
  const ended = new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject))
  stream.on('data', ({type, options: {data, lastEventId}}) => seen.push({type, data, lastEventId: lastEventId ?? ''}))
  for (const chunk of chunks) stream.write(Buffer.from(chunk, 'base64'))
  if (eof) stream.end()
  // It transforms at once and tells in ticks: so one turn of the event loop is enough for a body that stays open.
  await (eof ? ended : Promise.race([ended, new Promise(setImmediate)]))
  return {op: 'parsed', id, events: seen, retry: state.reconnectionTime ?? null, lastEventId: state.lastEventId ?? ''}
}

async function answer(request) {
  if (request.op === 'hello') return hello
  if (request.op !== 'parse') return {op: 'unsupported', of: request.op, id: request.id}
  try {
    return await parse(request)
  } catch (error) {
    return {op: 'failed', id: request.id, error: String(error)}
  }
}

// Standard output belongs to the protocol: whatever a library prints goes to the log instead.
const write = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)

// Lines are cut at LF alone (node:readline would also cut at U+2028), each chunk is searched once.
// The process ends by itself when standard input does: nothing else keeps it alive.
let unfinished = ''
process.stdin.setEncoding('utf8').on('data', (text) => {
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
    answer(request).then((message) => write(JSON.stringify(message) + '\n'))
  }
})
