"""aiohttp-sse as a server: an EventSourceResponse for each client, under aiohttp."""
import asyncio
import json
import os
import sys

from aiohttp import web
from aiohttp_sse import sse_response

HELLO = {
    "op": "hello",
    "protocol": 1,
    "target": {"name": "aiohttp-sse", "version": "3.0", "language": "Python", "homepage": "https://github.com/aio-libs/aiohttp-sse"},
    "roles": ["server"],
    "capabilities": ["type", "id", "retry", "disconnect", "end"],
    "notes": "sse_response under aiohttp 3.14.5. send has no comments, and no events without data.",
}

OUT = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
os.dup2(2, 1)  # standard output belongs to the protocol: whatever a library prints goes to the log


def tell(op, **message):
    print(json.dumps({"op": op, **message}), file=OUT, flush=True)


class Served:
    connections = 0

    def __init__(self, id):
        self.id, self.open = id, set()
        app = web.Application()
        app.router.add_get("/events", self.events)
        self.runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1)

    async def events(self, request):
        Served.connections += 1
        connection = f"k{Served.connections}"
        async with sse_response(request) as response:
            self.open.add(response)
            tell("connected", id=self.id, connection=connection, lastEventId=response.last_event_id or "")
            try:
                await response.wait()
            finally:
                self.open.discard(response)
                tell("disconnected", id=self.id, connection=connection)
        return response

    async def send(self, seq, event):
        parts = {"id": event.get("id"), "event": event.get("type"), "retry": event.get("retry")}
        writes = [asyncio.create_task(response.send(event["data"], **parts)) for response in self.open]
        asyncio.gather(*writes, return_exceptions=True)  # readers that leave meanwhile are no refusals
        await asyncio.sleep(0)  # send rejects at once what it does not take, and may wait for a reader with what it takes
        for write in writes:
            if write.done() and isinstance(error := write.exception(), ValueError):
                return tell("refused", id=self.id, seq=seq, error=str(error))
        tell("sent", id=self.id, seq=seq)

    async def run(self):
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0, backlog=500).start()
        tell("listening", id=self.id, url=f"http://127.0.0.1:{self.runner.addresses[0][1]}/events")

    def end(self):
        for response in self.open:
            response.stop_streaming()

    async def stop(self):
        self.end()
        await self.runner.cleanup()
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
        elif op == "send" and id in servers and "event" in message:
            await servers[id].send(message["seq"], message["event"])
        elif op == "end" and id in servers:
            servers[id].end()
            tell("ended", id=id)
        elif op == "stop" and id in servers:
            loop.create_task(servers.pop(id).stop())
        else:
            tell("unsupported", of=op, id=id)
    os._exit(0)


asyncio.run(main())
