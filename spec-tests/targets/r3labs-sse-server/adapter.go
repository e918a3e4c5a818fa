// r3labs/sse as a server: a Server with one stream for each server that the kit starts.
package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"

	"github.com/r3labs/sse/v2"
)

const hello = `{"op":"hello","protocol":1,"roles":["server"],"target":{"name":"r3labs-sse","version":"2.10.0","language":"Go",` +
	`"homepage":"https://github.com/r3labs/sse"},"capabilities":["type","id","retry","comment","no-data","disconnect","end"],` +
	`"notes":"A Server with SplitData, which is off by default, and without AutoReplay, which puts numbers in place of ids. Its end may come ahead of what is queued."}`

type request struct {
	Op, ID  string
	Seq     int
	Comment string
	Event   struct {
		Data, Type, ID string
		Retry          json.Number
	}
}

type server struct {
	http http.Server
	sse  *sse.Server
}

func tell(format string, values ...any) { fmt.Printf(format+"\n", values...) } // in one write, so whole

func start(id string) *server {
	s := &server{sse: sse.NewWithCallback(func(_ string, subscriber *sse.Subscriber) {
		tell(`{"op":"connected","id":%q,"connection":"%p"}`, id, subscriber)
	}, func(_ string, subscriber *sse.Subscriber) {
		tell(`{"op":"disconnected","id":%q,"connection":"%p"}`, id, subscriber)
	})}
	s.sse.SplitData, s.sse.AutoReplay = true, false
	s.sse.CreateStream("all")
	s.http.Handler = s.sse
	listener, _ := net.Listen("tcp", "127.0.0.1:0")
	go s.http.Serve(listener)
	tell(`{"op":"listening","id":%q,"url":"http://%s/events?stream=all"}`, id, listener.Addr())
	return s
}

func (s *server) send(r request) {
	s.sse.Publish("all", &sse.Event{Comment: []byte(r.Comment), Data: []byte(r.Event.Data), Event: []byte(r.Event.Type),
		ID: []byte(r.Event.ID), Retry: []byte(r.Event.Retry)})
	tell(`{"op":"sent","id":%q,"seq":%d}`, r.ID, r.Seq)
}

func main() {
	for in, servers := json.NewDecoder(os.Stdin), map[string]*server{}; in.More(); {
		var r request
		in.Decode(&r)
		switch s, known := servers[r.ID]; {
		case r.Op == "hello":
			tell(hello)
		case r.Op == "start":
			servers[r.ID] = start(r.ID)
		case r.Op == "send" && known:
			s.send(r)
		case r.Op == "end" && known:
			s.sse.RemoveStream("all") // there is no other end; clients that come back find it again
			s.sse.CreateStream("all")
			tell(`{"op":"ended","id":%q}`, r.ID)
		case r.Op == "stop" && known:
			s.sse.Close()
			s.http.Close()
			tell(`{"op":"stopped","id":%q}`, r.ID)
		default:
			tell(`{"op":"unsupported","of":%q,"id":%q}`, r.Op, r.ID)
		}
	}
}
