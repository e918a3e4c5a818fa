// @microsoft/fetch-event-source behind the kit's stdio protocol (role parser).

import {getLines, getMessages} from '@microsoft/fetch-event-source/lib/cjs/parse.js'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {
    name: '@microsoft/fetch-event-source',
    version: '2.0.1',
    language: 'JavaScript',
    homepage: 'https://github.com/Azure/fetch-event-source',
  },
  roles: ['parser'],
  // No last-event-id: a message has the id of its own block, or an empty one.
  capabilities: ['retry', 'chunks', 'events-before-eof'],
  notes:
    'The parser inside fetchEventSource alone, getLines(getMessages(...)), wired as fetchEventSource wires it: the ' +
    'function itself wants a window and a document.',
}

function parse({id, chunks}) {
  const events = []
  let retry = null
  const onId = () => {}
  const onRetry = (milliseconds) => (retry = milliseconds)
  // The library calls back for every blank line, with a message whose type is empty where none was named.
  const onMessage = ({event, data}) => events.push({type: event || 'message', data})
  const onChunk = getLines(getMessages(onId, onRetry, onMessage))
  for (const chunk of chunks) onChunk(new Uint8Array(Buffer.from(chunk, 'base64')))
  // Nothing is told at the end of the stream: fetchEventSource tells its parser nothing either.
  return {op: 'parsed', id, events, retry}
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
