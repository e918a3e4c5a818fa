// go-sse as a client: a Connection for each source, whose Connect blocks until it gives up or its context ends.
package main

import (
	"bufio"
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"github.com/tmaxmax/go-sse"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

const notes = "Defaults throughout: a delay that varies and grows by half, 64 KiB an event. opened as its validator accepts. " +
	"Strings are the bytes received: malformed UTF-8 turns into U+FFFD only as they become JSON here, one for each byte."

type object = map[string]any
type request struct {
	Op, ID, URL, Method, Body string
	CaFile                    string
	Headers                   map[string]string
	RetryMs                   int64
}

var out, turn, stops = json.NewEncoder(os.Stdout), sync.Mutex{}, map[string]func(){}

func main() {
	os.Stdout = os.Stderr // standard output belongs to the protocol
	in := bufio.NewReader(os.Stdin)
	for line, err := in.ReadBytes('\n'); err == nil; line, err = in.ReadBytes('\n') {
		var r request
		if err := json.Unmarshal(line, &r); err != nil {
			println("not a request:", err.Error())
			continue
		}
		switch r.Op {
		case "hello":
			say("hello", "", object{"protocol": 1, "roles": []string{"client"}, "notes": notes, "capabilities": strings.Fields(
				"opened error last-event-id reconnect retry-option headers method body tls"), "target": object{
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
	if r.CaFile != "" {
		client.HTTPClient = &http.Client{Transport: trusting(r.CaFile)}
	}
	failed := func(state string, err error) { say("error", r.ID, object{"state": state, "message": fmt.Sprint(err)}) }
	client.OnRetry = func(err error, _ time.Duration) { failed("connecting", err) }
	client.ResponseValidator = func(response *http.Response) error {
		err := sse.DefaultValidator(response)
		if err == nil {
			say("opened", r.ID, object{})
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
				say("event", r.ID, object{"event": event})
			})
			err = connection.Connect()
		}
		if ctx.Err() == nil { // nobody closed it
			failed("closed", err)
		}
	}()
	return func() { cancel(); <-ended }
}

// trusting is what the documentation of net/http tells who has a certificate of his own.
func trusting(caFile string) *http.Transport {
	pem, _ := os.ReadFile(caFile)
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(pem)
	return &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: true}
}

func say(op, id string, message object) {
	if message["op"] = op; id != "" {
		message["id"] = id
	}
	turn.Lock()
	defer turn.Unlock()
	out.Encode(message)
}
