// eventsource-parser 3.x behind the kit's stdio protocol (role parser).
//
// The library takes strings, so its documentation puts a TextDecoderStream before it. TextDecoder with
// {stream: true} is that same decoder without the promises: it drops one leading BOM and carries a
// character that is cut by a chunk.

import {createParser} from 'eventsource-parser'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {
    name: 'eventsource-parser',
    version: '3.1.1',
    language: 'JavaScript',
    homepage: 'https://github.com/rexxars/eventsource-parser',
  },
  roles: ['parser'],
  // No last-event-id: an event carries the id of its own block and nothing else, and a block without
  // data shows its id to nobody. A last event ID string would be the adapter's work, not the library's.
  capabilities: ['retry', 'comments', 'chunks', 'events-before-eof'],
  notes:
    'Strings come from new TextDecoder("utf-8", {ignoreBOM: false}) in streaming mode. At the end the decoder is ' +
    'flushed and the parser dropped, without reset({consume: true}): that takes an unfinished line for a whole one.',
}

function parse({id, chunks, eof}) {
  const events = []
  const comments = []
  let retry = null
  const parser = createParser({
    onEvent: (event) => events.push({type: event.event ?? 'message', data: event.data}),
    onRetry: (milliseconds) => (retry = milliseconds),
    onComment: (text) => comments.push(text),
  })
  const decoder = new TextDecoder('utf-8', {ignoreBOM: false})
  for (const chunk of chunks) parser.feed(decoder.decode(Buffer.from(chunk, 'base64'), {stream: true}))
  if (eof) parser.feed(decoder.decode())
  return {op: 'parsed', id, events, retry, comments}
}

function answer(request) {
  if (request.op === 'hello') return hello
  if (request.op !== 'parse') return {op: 'unsupported', of: request.op, id: request.id}
  try {
    return parse(request)
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
    write(JSON.stringify(answer(request)) + '\n')
  }
})
