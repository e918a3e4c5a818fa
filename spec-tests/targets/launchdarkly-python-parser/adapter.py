"""launchdarkly-eventsource behind the kit's stdio protocol (role parser).

Its SSEClient reads from a ConnectStrategy of our own, whose stream is the chunks, as its documentation offers.
"""

import base64
import json
import sys

from ld_eventsource import SSEClient
from ld_eventsource.actions import Comment, Event, Fault
from ld_eventsource.config import ConnectionClient, ConnectionResult, ConnectStrategy, ErrorStrategy

HELLO = {
    "op": "hello",
    "protocol": 1,
    "target": {
        "name": "launchdarkly-python-parser",
        "version": "1.7.2",
        "language": "Python",
        "homepage": "https://github.com/launchdarkly/python-eventsource",
    },
    "roles": ["parser"],
    # No retry: it only shows in a delay that has jitter.
    "capabilities": ["last-event-id", "comments", "chunks", "events-before-eof"],
    "notes": "SSEClient(strategy).all, up to the end of its first connection.",
}


class StillOpen(Exception):
    """The library asked for more of a stream that has no more to give yet."""


def body(chunks, eof):
    yield from chunks
    # Where a socket would block, raising stops the library at the same point, with nothing more read.
    if not eof:
        raise StillOpen


class Chunks(ConnectStrategy, ConnectionClient):
    """A connection that yields the chunks."""

    def __init__(self, request):
        self.request = request

    def create_client(self, logger):
        return self

    def connect(self, last_event_id):
        chunks = [base64.b64decode(chunk) for chunk in self.request["chunks"]]
        return ConnectionResult(body(chunks, self.request["eof"]), None)


def parse(request):
    events, comments = [], []
    client = SSEClient(Chunks(request), error_strategy=ErrorStrategy.always_continue())
    for action in client.all:
        match action:
            case Event():
                last_event_id = action.last_event_id or ""
                events.append({"type": action.event, "data": action.data, "lastEventId": last_event_id})
            case Comment():
                comments.append(action.comment)
            case Fault(error=error):
                if error and not isinstance(error, StillOpen):
                    raise error
                break
    last_event_id = client.last_event_id or ""
    return {"op": "parsed", "events": events, "retry": None, "comments": comments, "lastEventId": last_event_id}


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
