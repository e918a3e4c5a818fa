// go-sse as a parser: sse.Read over a reader that yields one chunk a read.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/tmaxmax/go-sse"
)

const notes = "sse.Read with its default limit of 64 KiB an event. The last event ID is told with events alone. " +
	"Strings are the bytes received: malformed UTF-8 turns into U+FFFD only as they become JSON here, one for each byte."

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
				"capabilities": []string{"last-event-id", "chunks", "events-before-eof"}, "target": object{"name": "go-sse-read",
					"version": "0.11.0", "language": "Go", "homepage": "https://github.com/tmaxmax/go-sse"}})
		case "parse": // each on its own, so that one which hangs holds up no other
			underWay.Add(1)
			go parse(r)
		default:
			say("unsupported", r.ID, object{"of": r.Op})
		}
	}
	time.AfterFunc(time.Second, func() { os.Exit(0) }) // answers under way may still leave, what hangs may not
	underWay.Wait()
}

func parse(r request) {
	events, lastID := []object{}, ""
	done := func() {
		say("parsed", r.ID, object{"events": events, "retry": nil, "comments": []string{}})
		underWay.Done()
	}
	body, wire := io.Pipe()
	go func() {
		for _, chunk := range r.Chunks {
			if len(chunk) > 0 { // a connection has no such thing as an empty read
				wire.Write(chunk)
			}
		}
		if r.EOF {
			wire.Close()
		} else if _, err := wire.Write(nil); err == nil { // taken as the library asks for more: it has said all it can
			done()
		}
	}()
	for event, err := range sse.Read(body, nil) {
		if err != nil {
			say("failed", r.ID, object{"error": err.Error()})
			underWay.Done()
			body.Close()
			return
		}
		if lastID = event.LastEventID; event.Type == "" {
			event.Type = "message"
		}
		events = append(events, object{"type": event.Type, "data": event.Data, "lastEventId": lastID})
	}
	done()
}

func say(op, id string, message object) {
	if message["op"] = op; id != "" {
		message["id"] = id
	}
	turn.Lock()
	defer turn.Unlock()
	out.Encode(message)
}
