// The SSE decoder of the openai package behind the kit's stdio protocol (role parser). Its users see only the JSON of each event.

import {_iterSSEMessages} from 'openai/core/streaming'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {
    name: 'openai',
    version: '6.49.0',
    language: 'JavaScript',
    homepage: 'https://github.com/openai/openai-node',
  },
  roles: ['parser'],
  // No last-event-id and no retry: the decoder drops both fields.
  capabilities: ['chunks', 'events-before-eof'],
  notes: '_iterSSEMessages(response), which the package exports for its own use, over a Response whose body is the chunks.',
}

async function parse({id, chunks, eof}) {
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new Uint8Array(Buffer.from(chunk, 'base64')))
      if (eof) controller.close()
    },
  })
  const seen = []
  const read = async () => {
    for await (const event of _iterSSEMessages(new Response(body), new AbortController())) {
      seen.push({type: event.event || 'message', data: event.data})
    }
  }
  // Streams work in microtasks alone. So one turn of the event loop is enough for all that can be read of a
  // body that stays open, and no time has to be waited.
  await (eof ? read() : Promise.race([read(), new Promise(setImmediate)]))
  return {op: 'parsed', id, events: seen, retry: null}
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
