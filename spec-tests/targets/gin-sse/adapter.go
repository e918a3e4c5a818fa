// gin-contrib/sse as a parser: Decode, which reads to the end and then tells all events at once.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/gin-contrib/sse"
)

const notes = "sse.Decode reads to the end of the stream and tells the events then. Its Id is an event's own, and its Retry is " +
	"never set. Strings are the bytes received: malformed UTF-8 turns into U+FFFD only as they become JSON here, one for each byte."

type object = map[string]any

type request struct {
	Op, ID string
	Chunks [][]byte // encoding/json reads base64 into bytes
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
			say("hello", "", object{"protocol": 1, "roles": []string{"parser"}, "profile": "stream", "notes": notes,
				"capabilities": []string{"chunks"}, "target": object{"name": "gin-sse", "version": "1.1.0", "language": "Go",
					"homepage": "https://github.com/gin-contrib/sse"}})
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
		wire.Close()
	}()
	decoded, err := sse.Decode(body)
	if err != nil {
		say("failed", r.ID, object{"error": err.Error()})
		return
	}
	events := []object{}
	for _, event := range decoded {
		events = append(events, object{"type": cmp.Or(event.Event, "message"), "data": event.Data})
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
