"""httpx-sse behind the kit's stdio protocol (role client): aconnect_sse, which reads one response and no more."""

import asyncio
import json
import os
import sys

import httpx
from httpx_sse import aconnect_sse

HELLO = {
    "op": "hello",
    "protocol": 1,
    # It leaves what to do with a status, and when to connect again, to its user.
    "profile": "stream",
    "target": {
        "name": "httpx-sse",
        "version": "0.4.3",
        "language": "Python",
        "homepage": "https://github.com/florimondmanca/httpx-sse",
    },
    "roles": ["client"],
    "capabilities": ["error", "last-event-id", "headers", "method", "body", "read-timeout"],
    "notes": "One response: its end is reported as the end of the source. httpx follows redirects and has no read "
    "timeout here, which is its user's to choose.",
}

tasks = {}


def send(message):
    print(json.dumps(message), file=out, flush=True)


async def read(request):
    id, error = request["id"], "the response ended"
    own = {"headers": dict(request.get("headers", {})), "content": request.get("body")}
    wait = httpx.Timeout(5, read=request["readTimeoutMs"] / 1000 if "readTimeoutMs" in request else None)
    try:
        # trust_env: no proxy and no credentials of this machine, whatever its environment says.
        async with httpx.AsyncClient(trust_env=False, follow_redirects=True, timeout=wait) as client:
            async with aconnect_sse(client, request.get("method", "GET"), request["url"], **own) as event_source:
                async for sse in event_source.aiter_sse():
                    event = {"type": sse.event, "data": sse.data, "lastEventId": sse.id}
                    send({"op": "event", "id": id, "event": event})
    except Exception as failure:
        error = repr(failure)
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
