// LaunchDarkly's eventsource as a parser: its Decoder over a reader that yields one chunk a read.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/launchdarkly/eventsource"
)

const notes = "NewDecoder(reader).Decode() until an error, of which io.ErrUnexpectedEOF says that a block was unfinished. The last event ID " +
	"is told with events alone. Strings are the bytes received: malformed UTF-8 turns into U+FFFD only as they become JSON here, one for each byte."

// errStillOpen is what a read says where a socket would block: it stops the library at the same point.
var errStillOpen = errors.New("the stream is open and has no more to give yet")

type object = map[string]any

type request struct {
	Op, ID string
	Chunks [][]byte // encoding/json reads base64 into bytes
	EOF    bool
}

var (
	out      = json.NewEncoder(os.Stdout)
	turn     sync.Mutex
	underWay sync.WaitGroup
)

func main() {
	os.Stdout = os.Stderr // standard output belongs to the protocol
	in := bufio.NewReader(os.Stdin)
	for line, err := in.ReadBytes('\n'); err == nil; line, err = in.ReadBytes('\n') {
		var r request
		if err := json.Unmarshal(line, &r); err != nil {
			fmt.Fprintln(os.Stderr, "not a request:", err)
			continue
		}
		switch r.Op {
		case "hello":
			say("hello", "", object{"protocol": 1, "roles": []string{"parser"}, "notes": notes,
				"capabilities": []string{"last-event-id", "chunks", "events-before-eof"}, "target": object{"name": "launchdarkly-go-decoder",
					"version": "1.11.0", "language": "Go", "homepage": "https://github.com/launchdarkly/eventsource"}})
		case "parse": // each on its own, so that one which hangs holds up no other
			underWay.Add(1)
			go func() { defer underWay.Done(); parse(r) }()
		default:
			say("unsupported", r.ID, object{"of": r.Op})
		}
	}
	time.AfterFunc(time.Second, func() { os.Exit(0) }) // answers under way may still leave, what hangs may not
	underWay.Wait()
}

func parse(r request) {
	body, wire := io.Pipe()
	go func() {
		for _, chunk := range r.Chunks {
			wire.Write(chunk)
		}
		if r.EOF {
			wire.Close()
		} else {
			wire.CloseWithError(errStillOpen)
		}
	}()
	events, lastID := []object{}, ""
	decoder := eventsource.NewDecoder(body)
	event, err := decoder.Decode()
	for ; err == nil; event, err = decoder.Decode() {
		lastID = event.(eventsource.EventWithLastID).LastEventID()
		events = append(events, object{"type": cmp.Or(event.Event(), "message"), "data": event.Data(), "lastEventId": lastID})
	}
	if err != io.EOF && err != io.ErrUnexpectedEOF && err != errStillOpen {
		say("failed", r.ID, object{"error": err.Error()})
		return
	}
	say("parsed", r.ID, object{"events": events, "retry": nil, "comments": []string{}})
}

func say(op, id string, message object) {
	if message["op"] = op; id != "" {
		message["id"] = id
	}
	turn.Lock()
	defer turn.Unlock()
	out.Encode(message)
}
