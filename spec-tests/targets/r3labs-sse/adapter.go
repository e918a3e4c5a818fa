// r3labs/sse as a client: a Client for each source, whose SubscribeRawWithContext blocks until it gives up.
package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/r3labs/sse/v2"
	"gopkg.in/cenkalti/backoff.v1"
)

const notes = "Its exponential backoff, bound to the context so that it can be closed. opened comes with the first event. " +
	"Strings are the bytes received: malformed UTF-8 turns into U+FFFD only as they become JSON here, one for each byte."

type request struct {
	Op, ID, URL, LastEventID, CaFile, CloseOn string
	Headers                                   map[string]string
	RetryMs, CloseTimes                       int64
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
			say("hello", "", object{"protocol": 1, "roles": []string{"client"}, "profile": "stream", "notes": notes,
				"capabilities": strings.Fields("opened error last-event-id reconnect retry-option initial-last-event-id headers tls close-in-handler"),
				"target":       object{"name": "r3labs-sse", "version": "2.10.0", "language": "Go", "homepage": "https://github.com/r3labs/sse"}})
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
	reported := func(op string, message object) {
		say(op, r.ID, message)
		if op == r.CloseOn && ctx.Err() == nil { // from within the library's own call
			for range r.CloseTimes {
				cancel()
			}
			say("closed", r.ID, object{})
		}
	}
	failed := func(state, message string) {
		if ctx.Err() == nil { // what closing it makes the library say is no failure
			reported("error", object{"state": state, "message": message})
		}
	}
	client := sse.NewClient(r.URL)
	client.Headers = r.Headers
	client.Connection.Transport = trusting(r.CaFile)
	if r.LastEventID != "" {
		client.LastEventID.Store([]byte(r.LastEventID))
	}
	delay := backoff.NewExponentialBackOff()
	if r.RetryMs > 0 {
		delay.InitialInterval = time.Duration(r.RetryMs) * time.Millisecond
	}
	client.ReconnectStrategy = backoff.WithContext(delay, ctx)
	client.ReconnectNotify = func(err error, _ time.Duration) { failed("connecting", err.Error()) }
	client.OnConnect(func(*sse.Client) { reported("opened", object{}) })
	client.OnDisconnect(func(*sse.Client) {}) // without it the library tells the first connection alone
	go func() {
		defer close(ended)
		err := client.SubscribeRawWithContext(ctx, func(e *sse.Event) {
			kind := cmp.Or(string(e.Event), "message")
			reported("event", object{"event": object{"type": kind, "data": string(e.Data), "lastEventId": string(e.ID)}})
		})
		failed("closed", fmt.Sprint("the call returned ", err))
	}()
	return func() { cancel(); <-ended }
}
