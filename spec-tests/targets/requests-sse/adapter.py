"""requests-sse behind the kit's stdio protocol (role client): a thread for each source, which iterates as documented."""

import json
import os
import sys
import threading
from datetime import timedelta

from requests_sse import EventSource, ReadyState

HOMEPAGE = "https://github.com/overcat/requests-sse"
HELLO = {
    "op": "hello", "protocol": 1, "roles": ["client"],
    "target": dict(name="requests-sse", version="0.5.3", language="Python", homepage=HOMEPAGE),
    "capabilities": ["opened", "error", "last-event-id", "origin", "reconnect", "retry-option"]
    + ["initial-last-event-id", "headers", "method", "body", "read-timeout", "tls", "close-in-handler"],
    "notes": "All its defaults: no timeout, a delay that doubles, five attempts in a row. Closed by close() from another "
    "thread, as no other way leads out of a read, and by leaving the loop.",
}

sources = {}
lock = threading.Lock()


def send(message):
    with lock:
        print(json.dumps(message), file=out, flush=True)


def options(request):
    own = {"url": request["url"], "headers": dict(request.get("headers", {})), "data": request.get("body")}
    names = {"method": "method", "lastEventId": "latest_event_id", "caFile": "verify"}
    own |= {option: request[key] for key, option in names.items() if key in request}
    own |= {"timeout": request["readTimeoutMs"] / 1000} if "readTimeoutMs" in request else {}
    return own | ({"reconnection_time": timedelta(milliseconds=request["retryMs"])} if "retryMs" in request else {})


def read(id, source, report):
    try:
        with source:
            for event in source:
                if id not in sources:
                    break  # closed, as far as a loop over events can tell
                said = {"type": event.type or "message", "data": event.data, "origin": event.origin}
                report("event", event=said | {"lastEventId": event.last_event_id})
    except Exception as error:
        # What the library calls a failure it has told by its callback; what else escapes ends the source as well.
        if id in sources and not sources[id]["failed"]:
            send({"op": "error", "id": id, "state": "closed", "message": repr(error)})


def open_source(request):
    id = request["id"]

    def report(op, **content):
        send({"op": op, "id": id} | content)
        if request.get("closeOn") == op:  # in the library's own call, or in the loop over its events
            del request["closeOn"]
            for _ in range(request.get("closeTimes", 1)):
                source.close()
            send({"op": "closed", "id": id})

    def on_error():
        sources.get(id, {})["failed"] = closed = source.ready_state == ReadyState.CLOSED
        report("error", state="closed" if closed else "connecting", message="")

    source = EventSource(on_open=lambda: report("opened"), on_error=on_error, **options(request))
    sources[id] = {"library": source, "failed": False}
    threading.Thread(target=read, args=(id, source, report), daemon=True).start()


def close_source(id):
    if source := sources.pop(id, None):
        closing = threading.Thread(target=source["library"].close, daemon=True)
        closing.start()
        closing.join(timeout=0.5)  # a read in another thread can hold it up for ever
    send({"op": "closed", "id": id})


# Standard output belongs to the protocol: whatever a library prints goes to the log instead.
out, sys.stdout = sys.stdout, sys.stderr

for line in sys.stdin.buffer:
    try:
        request = json.loads(line)
        match request["op"]:
            case "hello":
                send(HELLO)
            case "open":
                open_source(request)
            case "close":
                threading.Thread(target=close_source, args=(request["id"],), daemon=True).start()
            case op:
                send({"op": "unsupported", "of": op} | {key: request[key] for key in ("id",) if key in request})
    except (ValueError, TypeError, KeyError) as error:
        print(repr(error), line[:200], file=sys.stderr)

os._exit(0)  # threads may sit in a read that has no timeout: nothing waits for them
