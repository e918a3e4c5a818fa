"""httpx-sse behind the kit's stdio protocol (role parser).

Its users write `for sse in event_source.iter_sse()` over a response of httpx. So does this adapter: a mock
transport hands out a response whose body is exactly the chunks of the request.
"""

import base64
import json
import sys

import httpx
from httpx_sse import connect_sse

HELLO = {
    "op": "hello",
    "protocol": 1,
    "target": {
        "name": "httpx-sse",
        "version": "0.4.3",
        "language": "Python",
        "homepage": "https://github.com/florimondmanca/httpx-sse",
    },
    "roles": ["parser"],
    "capabilities": ["last-event-id", "retry", "chunks", "events-before-eof"],
    "notes": "As in the documentation's reconnection recipe, the last event ID is the id of the last event that "
    "was yielded, and retry the last one that an event carried: what no event carries cannot be seen.",
}


class StillOpen(Exception):
    """The library asked for more of a stream that has no more to give yet."""


class Body(httpx.SyncByteStream):
    def __init__(self, chunks, eof):
        self.chunks = chunks
        self.eof = eof

    def __iter__(self):
        yield from self.chunks
        # Where a socket would block, raising stops the library at the same point, with nothing more read.
        if not self.eof:
            raise StillOpen


def parse(request):
    body = Body([base64.b64decode(chunk) for chunk in request["chunks"]], request["eof"])
    transport = httpx.MockTransport(
        lambda _: httpx.Response(200, headers={"Content-Type": "text/event-stream"}, stream=body)
    )
    events, retry = [], None
    # trust_env: no proxy and no credentials of this machine, whatever its environment says.
    with httpx.Client(transport=transport, trust_env=False) as client:
        try:
            with connect_sse(client, "GET", "http://localhost/") as event_source:
                for sse in event_source.iter_sse():
                    if sse.retry is not None:
                        retry = sse.retry
                    events.append({"type": sse.event, "data": sse.data, "lastEventId": sse.id})
        except StillOpen:
            pass
    return {"op": "parsed", "events": events, "retry": retry}


def answer(request):
    if request["op"] == "hello":
        return HELLO
    if request["op"] != "parse":
        message = {"op": "unsupported", "of": request["op"]}
    else:
        try:
            message = parse(request)
        except Exception as error:
            message = {"op": "failed", "error": repr(error)}
    return message | {"id": request["id"]} if "id" in request else message


# Standard output belongs to the protocol: whatever a library prints goes to the log instead.
out, sys.stdout = sys.stdout, sys.stderr

for line in sys.stdin.buffer:
    try:
        request = json.loads(line)
        request["op"].upper()
    except (ValueError, TypeError, KeyError, AttributeError):
        print("not a request:", line[:200], file=sys.stderr)
        continue
    print(json.dumps(answer(request)), file=out, flush=True)
