// r3labs/sse as a parser: a Client whose transport answers with the chunks, one a read.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/r3labs/sse/v2"
	"gopkg.in/cenkalti/backoff.v1"
)

const notes = "SubscribeRaw, with its default limit of 64 KiB an event and without reconnection, since its EventStreamReader alone yields " +
	"raw blocks. Strings are the bytes received: malformed UTF-8 turns into U+FFFD only as they become JSON here, one for each byte."

type object = map[string]any

// transport answers every request with the body.
type transport struct{ body io.ReadCloser }

func (t transport) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: t.body}, nil
}

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
				"capabilities": []string{"last-event-id", "chunks"}, "target": object{"name": "r3labs-sse-reader", "version": "2.10.0", "language": "Go",
					"homepage": "https://github.com/r3labs/sse"}})
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
	client := sse.NewClient("http://target/")
	client.Connection = &http.Client{Transport: transport{body}}
	client.ReconnectStrategy = &backoff.StopBackOff{}
	events := []object{}
	err := client.SubscribeRaw(func(e *sse.Event) {
		kind := cmp.Or(string(e.Event), "message")
		events = append(events, object{"type": kind, "data": string(e.Data), "lastEventId": string(e.ID)})
	})
	if err != nil {
		say("failed", r.ID, object{"error": err.Error()})
		return
	}
	lastID, _ := client.LastEventID.Load().([]byte)
	say("parsed", r.ID, object{"events": events, "retry": nil, "comments": []string{}, "lastEventId": string(lastID)})
}

func say(op, id string, message object) {
	if message["op"] = op; id != "" {
		message["id"] = id
	}
	turn.Lock()
	defer turn.Unlock()
	out.Encode(message)
}
