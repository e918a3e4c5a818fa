"""sse-starlette as a server: an EventSourceResponse fed by a queue for each client, under Starlette and uvicorn."""
import asyncio
import json
import os
import socket
import sys

import uvicorn
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.applications import Starlette
from starlette.routing import Route

HELLO = {
    "op": "hello",
    "protocol": 1,
    "target": {"name": "sse-starlette", "version": "3.7.0", "language": "Python", "homepage": "https://github.com/sysid/sse-starlette"},
    "roles": ["server"],
    "capabilities": ["type", "id", "retry", "comment", "no-data", "surrogates", "disconnect", "end"],
    "notes": "Each response is a generator that yields ServerSentEvent objects from a queue; uvicorn on h11.",
}

OUT = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
os.dup2(2, 1)  # standard output belongs to the protocol: whatever a library prints goes to the log


def tell(op, **message):
    print(json.dumps({"op": op, **message}), file=OUT, flush=True)


class Served:
    connections = 0

    def __init__(self, id):
        self.id = id
        self.queues = set()
        app = Starlette(routes=[Route("/events", self.events)])
        self.server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1))
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=500)

    async def events(self, request):
        Served.connections += 1
        connection = f"k{Served.connections}"
        queue = asyncio.Queue()
        async def body():
            self.queues.add(queue)
            tell("connected", id=self.id, connection=connection)
            try:
                while (event := await queue.get()) is not None:
                    yield event
            finally:
                self.queues.discard(queue)
                tell("disconnected", id=self.id, connection=connection)
        return EventSourceResponse(body())

    def put(self, event):
        for queue in list(self.queues):
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
            parts = {"event": event.get("type"), "id": event.get("id"), "retry": event.get("retry")}
            servers[id].put(ServerSentEvent(event.get("data"), **parts, comment=message.get("comment")))
            tell("sent", id=id, seq=message["seq"])
        elif op == "end" and id in servers:
            servers[id].put(None)
            tell("ended", id=id)
        elif op == "stop" and id in servers:
            loop.create_task(servers.pop(id).stop())
        else:
            tell("unsupported", of=op, id=id)
    os._exit(0)


asyncio.run(main())
