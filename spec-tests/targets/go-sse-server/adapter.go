// go-sse as a server: its Server with Joe, and a replayer for the messages that have an ID.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/tmaxmax/go-sse"
)

const hello = `{"op":"hello","protocol":1,"roles":["server"],"target":{"name":"go-sse","version":"0.11.0","language":"Go",` +
	`"homepage":"https://github.com/tmaxmax/go-sse"},"capabilities":["type","id","retry","comment","no-data","replay","disconnect","end"],` +
	`"notes":"Server with Joe and a FiniteReplayer. Messages without ID are sent, but not kept: the replayer's error is passed over."}`

type request struct {
	Op, ID  string
	Seq     int
	Comment *string
	Event   struct {
		Data  *string
		Type  sse.EventType // these two read JSON themselves, and refuse line ends
		ID    sse.EventID
		Retry json.Number
	}
}

type server struct {
	http     http.Server
	replayer sse.Replayer
	sse      atomic.Pointer[sse.Server] // its end is its shutdown, behind which comes the next one
}

func tell(format string, values ...any) { fmt.Printf(format+"\n", values...) } // in one write, so whole

func (s *server) renew() *sse.Server {
	return s.sse.Swap(&sse.Server{Provider: &sse.Joe{Replayer: s.replayer}})
}

func start(id string) *server {
	replayer, _ := sse.NewFiniteReplayer(100_000, false)
	listener, _ := net.Listen("tcp", "127.0.0.1:0")
	s := &server{replayer: replayer}
	s.renew()
	s.http.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tell(`{"op":"connected","id":%q,"connection":%q}`, id, r.RemoteAddr)
		s.sse.Load().ServeHTTP(w, r)
		tell(`{"op":"disconnected","id":%q,"connection":%q}`, id, r.RemoteAddr)
	})
	go s.http.Serve(listener)
	tell(`{"op":"listening","id":%q,"url":"http://%s/events"}`, id, listener.Addr())
	return s
}

func (s *server) send(r request, err error) {
	retry, timed := time.ParseDuration(cmp.Or(r.Event.Retry.String(), "0") + "ms") // says itself what it cannot hold
	if err = cmp.Or(err, timed); err != nil {
		tell(`{"op":"refused","id":%q,"seq":%d,"error":%q}`, r.ID, r.Seq, err.Error())
		return
	}
	message := sse.Message{ID: r.Event.ID, Type: r.Event.Type, Retry: retry}
	if r.Comment != nil {
		message.AppendComment(*r.Comment)
	}
	if r.Event.Data != nil {
		message.AppendData(*r.Event.Data)
	}
	s.sse.Load().Publish(&message) // its error is that of the replayer, which keeps nothing without an ID
	tell(`{"op":"sent","id":%q,"seq":%d}`, r.ID, r.Seq)
}

func main() {
	for in, servers := json.NewDecoder(os.Stdin), map[string]*server{}; in.More(); {
		var r request
		refused := in.Decode(&r)
		switch s, known := servers[r.ID]; {
		case r.Op == "hello":
			tell(hello)
		case r.Op == "start":
			servers[r.ID] = start(r.ID)
		case r.Op == "send" && known:
			s.send(r, refused)
		case r.Op == "end" && known:
			go s.renew().Shutdown(context.Background())
			tell(`{"op":"ended","id":%q}`, r.ID)
		case r.Op == "stop" && known:
			s.http.Close()
			tell(`{"op":"stopped","id":%q}`, r.ID)
		default:
			tell(`{"op":"unsupported","of":%q,"id":%q}`, r.Op, r.ID)
		}
	}
}
