// NestJS as a server: an @Sse route that returns an Observable of message events, on Express. Without a compiler
// the decorators are called as the functions that they are.

import 'reflect-metadata'
import {Controller, Module, Req, Sse} from '@nestjs/common'
import {NestFactory} from '@nestjs/core'
import {Observable} from 'rxjs'

const hello = {
  op: 'hello',
  protocol: 1,
  target: {name: 'NestJS', version: '12.5.1', language: 'JavaScript', homepage: 'https://github.com/nestjs/nest'},
  roles: ['server'],
  capabilities: ['type', 'id', 'retry', 'comment', 'no-data', 'disconnect', 'end'],
  notes: '@Sse with an Observable for each response, on Express. Events without an id get a number of the connection.',
}

const tell = (message) => process.stdout.write(JSON.stringify(message) + '\n')
const servers = new Map()
let connections = 0

function application(id, open) {
  class Events {
    events(request) {
      return new Observable((subscriber) => {
        const connection = `k${++connections}`
        open.add(subscriber)
        tell({op: 'connected', id, connection, lastEventId: request.headers['last-event-id']})
        return () => {
          open.delete(subscriber)
          tell({op: 'disconnected', id, connection})
        }
      })
    }
  }
  Controller()(Events)
  Req()(Events.prototype, 'events', 0)
  Sse('events')(Events.prototype, 'events', Object.getOwnPropertyDescriptor(Events.prototype, 'events'))
  class Root {}
  Module({controllers: [Events]})(Root)
  return NestFactory.create(Root, {logger: false, forceCloseConnections: true})
}

async function start(id) {
  const open = new Set()
  const app = await application(id, open)
  await app.listen(0, '127.0.0.1')
  servers.set(id, {app, open})
  tell({op: 'listening', id, url: `http://127.0.0.1:${app.getHttpServer().address().port}/events`})
}

function handle(message) {
  const {op, id, seq, event, comment} = message
  const {app, open} = servers.get(id) ?? {}
  if (op === 'hello') return tell(hello)
  if (op === 'start') return start(id)
  if (op === 'send' && app) {
    for (const subscriber of open) subscriber.next(event ?? {comment}) // the protocol's names are those of MessageEvent
    return tell({op: 'sent', id, seq})
  }
  if (op === 'end' && app) {
    for (const subscriber of open) subscriber.complete()
    return tell({op: 'ended', id})
  }
  if (op === 'stop' && app) {
    servers.delete(id)
    return app.close().then(() => tell({op: 'stopped', id}))
  }
  tell({op: 'unsupported', of: op, id})
}

// Lines are cut at LF alone (node:readline would also cut at U+2028), each chunk is searched once.
let unfinished = []
process.stdin
  .setEncoding('utf8')
  .on('data', (text) => {
    const lines = text.split('\n')
    unfinished.push(lines.shift())
    while (lines.length) {
      const line = unfinished.join('')
      unfinished = [lines.shift()]
      try {
        handle(JSON.parse(line))
      } catch (error) {
        console.error('%s: %s', error.message, line.slice(0, 200))
      }
    }
  })
  .on('end', () => process.exit(0))
