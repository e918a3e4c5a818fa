"""sseclient-py behind the kit's stdio protocol (role parser).

Its users hand it an iterator of bytes, such as `response.iter_bytes()` of httpx, and loop over `events()`.
"""

import base64
import json
import sys

import sseclient

HELLO = {
    "op": "hello",
    "protocol": 1,
    "target": {
        "name": "sseclient-py",
        "version": "1.9.0",
        "language": "Python",
        "homepage": "https://github.com/mpetazzoni/sseclient",
    },
    "roles": ["parser"],
    # No last-event-id: an event has the id of its own block or None, and the library keeps none.
    # No retry: an event has the text of the field, whatever it says, and no number.
    "capabilities": ["chunks", "events-before-eof"],
    "notes": "SSEClient(byte_iterator).events(), with the default encoding.",
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
    events = []
    try:
        for event in sseclient.SSEClient(body(chunks, request["eof"])).events():
            events.append({"type": event.event, "data": event.data})
    except StillOpen:
        pass
    return {"op": "parsed", "events": events, "retry": None}


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
