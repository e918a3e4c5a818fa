"""launchdarkly-eventsource behind the kit's stdio protocol (role client): a thread for each source, as documented."""

import json
import os
import sys
import threading

import urllib3
from ld_eventsource import SSEClient
from ld_eventsource.actions import Comment, Event, Fault, Start
from ld_eventsource.config import ConnectStrategy, ErrorStrategy

HOMEPAGE = "https://github.com/launchdarkly/python-eventsource"
HELLO = {
    "op": "hello",
    "protocol": 1,
    # It leaves the choice of what ends a stream to its user, which an EventSource does not.
    "profile": "stream",
    "target": dict(name="launchdarkly-eventsource", version="1.7.2", language="Python", homepage=HOMEPAGE),
    "roles": ["client"],
    "capabilities": ["opened", "error", "comments", "last-event-id", "reconnect", "retry-option"]
    + ["initial-last-event-id", "headers", "read-timeout", "tls"],
    "notes": "ErrorStrategy.always_continue(), since the default never reconnects: so every failure is tried again. "
    "The default retry delay, which doubles each time.",
}

sources = {}
lock = threading.Lock()


def send(message):
    with lock:
        print(json.dumps(message), file=out, flush=True)


def message_of(action):
    match action:
        case Event():
            last_event_id = action.last_event_id or ""
            return {"op": "event", "event": {"type": action.event, "data": action.data, "lastEventId": last_event_id}}
        case Comment():
            return {"op": "comment", "text": action.comment}
        case Start():
            return {"op": "opened"}
        case Fault():
            return {"op": "error", "state": "connecting", "message": str(action.error or "")}


def read(id, source):
    try:
        for action in source.all:
            send(message_of(action) | {"id": id})
    except Exception as error:
        send({"op": "error", "id": id, "state": "closed", "message": repr(error)})


def open_source(request):
    http, client = {"headers": request.get("headers")}, {"last_event_id": request.get("lastEventId")}
    if "readTimeoutMs" in request:
        http["urllib3_request_options"] = {"timeout": urllib3.Timeout(read=request["readTimeoutMs"] / 1000)}
    if "caFile" in request:
        http["pool"] = urllib3.PoolManager(ca_certs=request["caFile"])
    if "retryMs" in request:
        client["initial_retry_delay"] = request["retryMs"] / 1000
    strategy = ConnectStrategy.http(request["url"], **http)
    source = SSEClient(strategy, error_strategy=ErrorStrategy.always_continue(), **client)
    thread = threading.Thread(target=read, args=(request["id"], source), daemon=True)
    sources[request["id"]] = source, thread
    thread.start()


def close_source(id):
    if id in sources:
        source, thread = sources.pop(id)
        source.close()
        # What the thread has in its hands was read before the close. What comes later is shown as what it is.
        thread.join(timeout=0.5)
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

# Threads may sit in a read that has no timeout: nothing waits for them.
os._exit(0)
