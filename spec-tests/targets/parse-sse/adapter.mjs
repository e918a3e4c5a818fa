// parse-sse behind the kit's stdio protocol (role parser).

import {parseServerSentEvents} from 'parse-sse'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {
    name: 'parse-sse',
    version: '0.1.0',
    language: 'JavaScript',
    homepage: 'https://github.com/sindresorhus/parse-sse',
  },
  roles: ['parser'],
  capabilities: ['last-event-id', 'retry', 'chunks', 'events-before-eof'],
  notes:
    'parseServerSentEvents(response) over a Response whose body is the chunks. The last event ID and retry at the ' +
    'end are those of the last event: what no event carries cannot be seen.',
}

async function parse({id, chunks, eof}) {
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new Uint8Array(Buffer.from(chunk, 'base64')))
      if (eof) controller.close()
    },
  })
  const seen = []
  let retry = null
  const read = async () => {
    for await (const event of parseServerSentEvents(new Response(body))) {
      seen.push({type: event.type, data: event.data, lastEventId: event.lastEventId})
      retry = event.retry ?? retry
    }
  }
  // Streams work in microtasks alone. So one turn of the event loop is enough for all that can be read of a
  // body that stays open, and no time has to be waited.
  await (eof ? read() : Promise.race([read(), new Promise(setImmediate)]))
  return {op: 'parsed', id, events: seen, retry}
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
