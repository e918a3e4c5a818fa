// donovanhide/eventsource as a server: its Server, with a SliceRepository for the events that have an id.
package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync/atomic"

	"github.com/donovanhide/eventsource"
)

const hello = `{"op":"hello","protocol":1,"roles":["server"],"target":{"name":"donovanhide-eventsource","version":"2021-08-30",` +
	`"language":"Go","homepage":"https://github.com/donovanhide/eventsource"},` +
	`"capabilities":["type","id","no-data","replay","disconnect","end"],` +
	`"notes":"A Server with a SliceRepository; who is 128 events behind is cut off. Empty data and no data are one to its Event."}`

type event struct{ data, kind, id string }

func (e event) Data() string  { return e.data }
func (e event) Event() string { return e.kind }
func (e event) Id() string    { return e.id }

type request struct {
	Op, ID string
	Seq    int
	Event  struct{ Data, Type, ID string }
}

type server struct {
	http       http.Server
	repository *eventsource.SliceRepository
	sse        atomic.Pointer[eventsource.Server] // it ends its responses as it closes, and then comes the next one
}

func tell(format string, values ...any) { fmt.Printf(format+"\n", values...) } // in one write, so whole

func (s *server) renew() *eventsource.Server {
	next := eventsource.NewServer()
	next.Register("all", s.repository)
	return s.sse.Swap(next)
}

func start(id string) *server {
	s := &server{repository: eventsource.NewSliceRepository()}
	s.renew()
	s.http.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tell(`{"op":"connected","id":%q,"connection":%q}`, id, r.RemoteAddr)
		s.sse.Load().Handler("all")(w, r)
		tell(`{"op":"disconnected","id":%q,"connection":%q}`, id, r.RemoteAddr)
	})
	listener, _ := net.Listen("tcp", "127.0.0.1:0")
	go s.http.Serve(listener)
	tell(`{"op":"listening","id":%q,"url":"http://%s/events"}`, id, listener.Addr())
	return s
}

func (s *server) send(r request) {
	e := event{r.Event.Data, r.Event.Type, r.Event.ID}
	if e.id != "" {
		s.repository.Add("all", e)
	}
	s.sse.Load().Publish([]string{"all"}, e)
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
			s.renew().Close()
			tell(`{"op":"ended","id":%q}`, r.ID)
		case r.Op == "stop" && known:
			s.http.Close()
			tell(`{"op":"stopped","id":%q}`, r.ID)
		default:
			tell(`{"op":"unsupported","of":%q,"id":%q}`, r.Op, r.ID)
		}
	}
}
