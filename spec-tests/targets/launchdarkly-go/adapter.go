// LaunchDarkly's eventsource for Go as a client: a Stream for each source, whose channels tell what happens.
package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"github.com/launchdarkly/eventsource"
	"net/http"
	"os"
	"strings"
	"time"
)

const notes = "Defaults: a first connection that fails is not tried again, a later one always. Strings are the bytes received: malformed UTF-8 turns into U+FFFD only as they become JSON here, one for each byte."

type request struct {
	Op, ID, URL, Method, Body, LastEventID, CaFile, CloseOn string
	Headers                                                 map[string]string
	RetryMs, ReadTimeoutMs, CloseTimes                      int64
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
				"target":       object{"name": "launchdarkly-eventsource", "version": "1.11.0", "language": "Go", "homepage": "https://github.com/launchdarkly/eventsource"},
				"capabilities": strings.Fields("error last-event-id reconnect retry-option initial-last-event-id headers method body read-timeout tls close-in-handler")})
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

// open starts a source and tells how to stop it, which returns once its reader has said the last it had to say.
func open(r request) (stop func()) {
	closing, begin := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		first, cancel := context.WithCancel(context.Background())
		waiting := context.AfterFunc(closing, cancel) // there is no stream to close before the first answer
		request, _ := http.NewRequestWithContext(first, r.Method, r.URL, strings.NewReader(r.Body))
		for name, value := range r.Headers {
			request.Header.Set(name, value)
		}
		stream, err := eventsource.SubscribeWithRequestAndOptions(request, eventsource.StreamOptionLastEventID(r.LastEventID),
			eventsource.StreamOptionHTTPClient(&http.Client{Transport: trusting(r.CaFile)}), eventsource.StreamOptionReadTimeout(time.Duration(r.ReadTimeoutMs)*time.Millisecond),
			eventsource.StreamOptionInitialRetry(cmp.Or(time.Duration(r.RetryMs)*time.Millisecond, eventsource.DefaultInitialRetry)))
		if waiting(); err != nil && closing.Err() == nil {
			say("error", r.ID, object{"state": "closed", "message": err.Error()})
		}
		done := false
		reported := func(op string, message object) {
			say(op, r.ID, message)
			for done = done || op == r.CloseOn; done && r.CloseTimes > 0; r.CloseTimes-- { // within the loop over the channels
				if stream.Close(); r.CloseTimes == 1 {
					say("closed", r.ID, object{})
				}
			}
		}
		for open := err == nil; open; {
			select {
			case <-closing.Done():
				for open = false; !done; done = true {
					stream.Close()
				}
			case err, open = <-stream.Errors:
				if open {
					reported("error", object{"state": "connecting", "message": err.Error()})
				}
			case e, more := <-stream.Events:
				if open = more; more {
					id := e.(eventsource.EventWithLastID).LastEventID()
					reported("event", object{"event": object{"type": cmp.Or(e.Event(), "message"), "data": e.Data(), "lastEventId": id}})
				}
			}
		}
	}()
	return func() { begin(); <-ended }
}
