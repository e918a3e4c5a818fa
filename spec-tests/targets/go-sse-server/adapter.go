// go-sse as a server: its Server with Joe, and a replayer for the messages that have an ID.
package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/tmaxmax/go-sse"
)

const hello = `{"op":"hello","protocol":1,"roles":["server"],"target":{"name":"go-sse","version":"0.11.0","language":"Go",` +
	`"homepage":"https://github.com/tmaxmax/go-sse"},"capabilities":["type","id","retry","comment","no-data","replay","disconnect","end"],` +
	`"notes":"Server with Joe and a FiniteReplayer. Messages without ID are sent, but not kept: the replayer's error is passed over."}`

var mutex sync.Mutex // one line at a time, and the contexts of the open responses

func tell(format string, values ...any) {
	mutex.Lock()
	defer mutex.Unlock()
	fmt.Printf(format+"\n", values...)
}

type server struct {
	sse.Server
	http http.Server
	open map[string]context.CancelFunc
}

func start(id string) *server {
	replayer, _ := sse.NewFiniteReplayer(100_000, false)
	s := &server{Server: sse.Server{Provider: &sse.Joe{Replayer: replayer}}, open: map[string]context.CancelFunc{}}
	connections := 0
	s.http.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithCancel(r.Context()) // the end of a response is the end of its context
		mutex.Lock()
		connections++
		name := fmt.Sprint("k", connections)
		s.open[name] = cancel
		mutex.Unlock()
		tell(`{"op":"connected","id":%q,"connection":%q}`, id, name)
		s.ServeHTTP(w, r.WithContext(ctx))
		mutex.Lock()
		delete(s.open, name)
		mutex.Unlock()
		tell(`{"op":"disconnected","id":%q,"connection":%q}`, id, name)
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go s.http.Serve(listener)
	tell(`{"op":"listening","id":%q,"url":"http://%s/events"}`, id, listener.Addr())
	return s
}

type message struct {
	Op, ID  string
	Seq     int
	Comment *string
	Event   struct {
		Data, Type, ID *string
		Retry          json.Number
	}
}

func (s *server) send(m message) error {
	var out sse.Message
	var typed, identified, timed error
	if m.Event.Type != nil {
		out.Type, typed = sse.NewType(*m.Event.Type)
	}
	if m.Event.ID != nil {
		out.ID, identified = sse.NewID(*m.Event.ID)
	}
	if m.Event.Retry != "" { // a time.Duration counts nanoseconds, and says itself what it cannot hold
		out.Retry, timed = time.ParseDuration(m.Event.Retry.String() + "ms")
	}
	if m.Comment != nil {
		out.AppendComment(*m.Comment)
	}
	if m.Event.Data != nil {
		out.AppendData(*m.Event.Data)
	}
	if err := cmp.Or(typed, identified, timed); err != nil {
		return err
	}
	if err := s.Publish(&out); m.Event.ID != nil {
		return err
	}
	return nil
}

func main() {
	servers := map[string]*server{}
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	for line, err := in.ReadBytes('\n'); err == nil; line, err = in.ReadBytes('\n') {
		var m message
		if err := json.Unmarshal(line, &m); err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		s, known := servers[m.ID]
		switch {
		case m.Op == "hello":
			tell("%s", hello)
		case m.Op == "start":
			servers[m.ID] = start(m.ID)
		case m.Op == "send" && known:
			if err := s.send(m); err != nil {
				reason, _ := json.Marshal(err.Error())
				tell(`{"op":"refused","id":%q,"seq":%d,"error":%s}`, m.ID, m.Seq, reason)
			} else {
				tell(`{"op":"sent","id":%q,"seq":%d}`, m.ID, m.Seq)
			}
		case m.Op == "end" && known:
			mutex.Lock()
			for _, cancel := range s.open {
				cancel()
			}
			mutex.Unlock()
			tell(`{"op":"ended","id":%q}`, m.ID)
		case m.Op == "stop" && known:
			delete(servers, m.ID)
			s.http.Close()
			tell(`{"op":"stopped","id":%q}`, m.ID)
		default:
			tell(`{"op":"unsupported","of":%q,"id":%q}`, m.Op, m.ID)
		}
	}
}
