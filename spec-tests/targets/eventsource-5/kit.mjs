// How the adapter talks with the kit: a JSON object a line, on standard input and output.

// Standard output belongs to the protocol: whatever a library prints goes to the log instead.
const write = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)

export const send = (message) => write(JSON.stringify(message) + '\n')

// Lines are cut at LF alone: node:readline would also cut at U+2028.
export function serve(handle, end) {
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
  process.stdin.on('end', end)
}
