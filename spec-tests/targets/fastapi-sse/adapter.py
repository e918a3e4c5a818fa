"""FastAPI as a server: a path operation that yields ServerSentEvent objects from a queue for each client, under uvicorn."""
import asyncio
import json
import os
import socket
import sys

import uvicorn
from fastapi import FastAPI
from fastapi.sse import EventSourceResponse, ServerSentEvent

HELLO = {
    "op": "hello",
    "protocol": 1,
    "target": {"name": "FastAPI", "version": "0.165.0", "language": "Python", "homepage": "https://github.com/fastapi/fastapi"},
    "roles": ["server"],
    "capabilities": ["type", "id", "retry", "comment", "no-data", "disconnect", "end"],
    "notes": "fastapi.sse: ServerSentEvent objects with raw_data, as data would make JSON of the text; uvicorn on h11.",
}

OUT = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
os.dup2(2, 1)  # standard output belongs to the protocol: whatever a library prints goes to the log


def tell(op, **message):
    print(json.dumps({"op": op, **message}), file=OUT, flush=True)


class Served:
    connections = 0

    def __init__(self, id):
        self.id, self.queues = id, set()
        app = FastAPI()
        app.get("/events", response_class=EventSourceResponse)(self.events)
        self.server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1))
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=500)

    async def events(self):
        Served.connections += 1
        connection = f"k{Served.connections}"
        queue = asyncio.Queue()
        self.queues.add(queue)
        tell("connected", id=self.id, connection=connection)
        try:
            while (event := await queue.get()) is not None:
                yield event
        finally:
            self.queues.discard(queue)
            tell("disconnected", id=self.id, connection=connection)

    def put(self, event):
        for queue in self.queues:
            queue.put_nowait(event)

    async def run(self):
        self.task = asyncio.create_task(self.server._serve([self.socket]))  # serve() would take the process's signals
        while not self.server.started:
            await asyncio.sleep(0.005)
        tell("listening", id=self.id, url=f"http://127.0.0.1:{self.socket.getsockname()[1]}/events")

    async def stop(self):
        self.put(None)
        self.server.should_exit = self.server.force_exit = True
        await self.task
        tell("stopped", id=self.id)


async def main():
    servers, loop = {}, asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=128 << 20)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        message = json.loads(line)
        op, id = message["op"], message.get("id")
        if op == "hello":
            tell(**HELLO)
        elif op == "start":
            servers[id] = Served(id)
            await servers[id].run()
        elif op == "send" and id in servers:
            event = message.get("event", {})
            parts = {"event": event.get("type"), "id": event.get("id"), "retry": event.get("retry"), "comment": message.get("comment")}
            try:
                servers[id].put(ServerSentEvent(raw_data=event.get("data"), **parts))
                tell("sent", id=id, seq=message["seq"])
            except ValueError as error:
                tell("refused", id=id, seq=message["seq"], error=str(error))
        elif op == "end" and id in servers:
            servers[id].put(None)
            tell("ended", id=id)
        elif op == "stop" and id in servers:
            loop.create_task(servers.pop(id).stop())
        else:
            tell("unsupported", of=op, id=id)
    os._exit(0)


asyncio.run(main())
