// go-sse as a client: a Connection for each source, whose Connect blocks until it gives up or its context ends.
package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"github.com/tmaxmax/go-sse"
	"net/http"
	"os"
	"strings"
	"time"
)

const notes = "Defaults throughout: a delay that varies and grows by half, 64 KiB an event. opened as its validator accepts. " +
	"Strings are the bytes received: malformed UTF-8 turns into U+FFFD only as they become JSON here, one for each byte."

type request struct {
	Op, ID, URL, Method, Body string
	CaFile, CloseOn           string
	Headers                   map[string]string
	RetryMs, CloseTimes       int64
}

var stops = map[string]func(){}

func main() {
	os.Stdout = os.Stderr // standard output belongs to the protocol
	in := bufio.NewReader(os.Stdin)
	for line, err := in.ReadBytes('\n'); err == nil; line, err = in.ReadBytes('\n') {
		r := request{CloseTimes: 1}
		if err := json.Unmarshal(line, &r); err != nil {
			println("not a request:", err.Error())
			continue
		}
		switch r.Op {
		case "hello":
			say("hello", "", object{"protocol": 1, "roles": []string{"client"}, "notes": notes, "capabilities": strings.Fields(
				"opened error last-event-id reconnect retry-option headers method body tls close-in-handler"), "target": object{
				"name": "go-sse", "version": "0.11.0", "language": "Go", "homepage": "https://github.com/tmaxmax/go-sse"}})
		case "open":
			stops[r.ID] = open(r)
		case "close":
			if stop := stops[r.ID]; stop != nil {
				stop()
			}
			say("closed", r.ID, object{})
		default:
			say("unsupported", r.ID, object{"of": r.Op})
		}
	}
}

// open starts a source and tells how to stop it, which returns once its callbacks have said the last they had to say.
func open(r request) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	client := sse.Client{Backoff: sse.Backoff{InitialInterval: time.Duration(r.RetryMs) * time.Millisecond}} // 0: its own
	client.HTTPClient = &http.Client{Transport: trusting(r.CaFile)}
	reported := func(op string, message object) {
		say(op, r.ID, message)
		if op == r.CloseOn && ctx.Err() == nil { // from within the library's own call
			for range r.CloseTimes {
				cancel()
			}
			say("closed", r.ID, object{})
		}
	}
	failed := func(state string, err error) { reported("error", object{"state": state, "message": fmt.Sprint(err)}) }
	client.OnRetry = func(err error, _ time.Duration) { failed("connecting", err) }
	client.ResponseValidator = func(response *http.Response) error {
		err := sse.DefaultValidator(response)
		if err == nil {
			reported("opened", object{})
		}
		return err
	}
	go func() {
		defer close(ended)
		request, err := http.NewRequestWithContext(ctx, r.Method, r.URL, strings.NewReader(r.Body)) // can be sent again
		if err == nil {
			for name, value := range r.Headers {
				request.Header.Set(name, value)
			}
			connection := client.NewConnection(request)
			connection.SubscribeToAll(func(e sse.Event) {
				event := object{"type": cmp.Or(e.Type, "message"), "data": e.Data, "lastEventId": e.LastEventID}
				reported("event", object{"event": event})
			})
			err = connection.Connect()
		}
		if ctx.Err() == nil { // nobody closed it
			failed("closed", err)
		}
	}()
	return func() { cancel(); <-ended }
}
