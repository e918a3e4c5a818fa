"""The SSE decoder of the openai package behind the kit's stdio protocol (role parser).

The decoder is private: its users see only the JSON of each event. It is fed as the package's own streaming
responses feed it, an iterator of bytes into `iter_bytes`.
"""

import base64
import json
import sys

from openai._streaming import SSEDecoder

HELLO = {
    "op": "hello",
    "protocol": 1,
    "target": {
        "name": "openai",
        "version": "3.22.1",
        "language": "Python",
        "homepage": "https://github.com/openai/openai-python",
    },
    "roles": ["parser"],
    # Each event has the decoder's last event ID, which outlives a block (None until there is one), so the one at
    # the end is that of the last event. retry is read the same way, where an event carries it.
    "capabilities": ["last-event-id", "retry", "chunks", "events-before-eof"],
    "notes": "openai._streaming.SSEDecoder().iter_bytes(chunks), a private part of the package. What no event "
    "carries cannot be seen.",
}


class StillOpen(Exception):
    """The library asked for more of a stream that has no more to give yet."""


def body(chunks, eof):
    yield from chunks
    # Where a socket would block, raising stops the library at the same point, with nothing more read.
    if not eof:
        raise StillOpen


def parse(request):
    chunks = [base64.b64decode(chunk) for chunk in request["chunks"]]
    events, retry, last_event_id = [], None, ""
    try:
        for event in SSEDecoder().iter_bytes(body(chunks, request["eof"])):
            last_event_id = event.id or ""
            if event.retry is not None:
                retry = event.retry
            events.append({"type": event.event or "message", "data": event.data, "lastEventId": last_event_id})
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
