"""aiohttp-sse-client2 behind the kit's stdio protocol (role client): a task for each source, which iterates as documented."""

import asyncio
import json
import os
import sys
from datetime import timedelta

from aiohttp_sse_client2.client import READY_STATE_CLOSED, EventSource

HELLO = {
    "op": "hello",
    "protocol": 1,
    "target": {
        "name": "aiohttp-sse-client2",
        "version": "0.3.0",
        "language": "Python",
        "homepage": "https://github.com/JelleZijlstra/aiohttp-sse-client2",
    },
    "roles": ["client"],
    "capabilities": ["opened", "error", "last-event-id", "origin", "reconnect", "retry-option", "headers", "method", "body"],
    "notes": "All its defaults: a delay that doubles, five attempts at first and one later. Over aiohttp 3.14.5.",
}

tasks = {}


def send(message):
    print(json.dumps(message), file=out, flush=True)


async def read(request):
    id, failed = request["id"], False

    def on_error():
        nonlocal failed
        failed = source.ready_state == READY_STATE_CLOSED
        send({"op": "error", "id": id, "state": "closed" if failed else "connecting", "message": ""})

    options = {"headers": dict(request.get("headers", {})), "data": request.get("body")}
    if "retryMs" in request:
        options["reconnection_time"] = timedelta(milliseconds=request["retryMs"])
    if "method" in request:
        options["option"] = {"method": request["method"]}
    source = EventSource(request["url"], on_open=lambda: send({"op": "opened", "id": id}), on_error=on_error, **options)
    try:
        async with source:
            async for event in source:
                said = {"type": event.type or "message", "data": event.data}
                send({"op": "event", "id": id, "event": said | {"lastEventId": event.last_event_id, "origin": event.origin}})
        error = "the iteration ended"
    except Exception as failure:
        error = repr(failure)
    # What the library calls a failure it has told by its callback; what else escapes ends the source as well.
    if not failed:
        send({"op": "error", "id": id, "state": "closed", "message": error})


async def close(id):
    if task := tasks.pop(id, None):
        task.cancel()  # leaves the "async with", which closes
        await asyncio.wait([task])
    send({"op": "closed", "id": id})


async def main():
    while line := await asyncio.to_thread(sys.stdin.buffer.readline):
        try:
            request = json.loads(line)
            match request["op"]:
                case "hello":
                    send(HELLO)
                case "open":
                    tasks[request["id"]] = asyncio.create_task(read(request))
                case "close":
                    await close(request["id"])
                case op:
                    send({"op": "unsupported", "of": op} | {key: request[key] for key in ("id",) if key in request})
        except (ValueError, TypeError, KeyError) as error:
            print(repr(error), line[:200], file=sys.stderr)
    os._exit(0)  # sources may wait for ever: nothing waits for them


# Standard output belongs to the protocol: whatever a library prints goes to the log instead.
out, sys.stdout = sys.stdout, sys.stderr
asyncio.run(main())
