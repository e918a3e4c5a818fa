// gin as a server: within Stream each response renders what its channel brings, an sse.Event at a time.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"sync"

	"github.com/gin-contrib/sse"
	"github.com/gin-gonic/gin"
)

const hello = `{"op":"hello","protocol":1,"roles":["server"],"target":{"name":"gin","version":"1.12.0","language":"Go",` +
	`"homepage":"https://github.com/gin-gonic/gin"},"capabilities":["type","id","retry","disconnect","end"],` +
	`"notes":"Render of an sse.Event of gin-contrib/sse 1.1.0, as SSEvent does it, within Stream, behind a flush of the head."}`

type request struct {
	Op, ID string
	Seq    int
	Event  struct {
		Data, Type, ID string
		Retry          uint
	}
}

type server struct {
	http http.Server
	open sync.Map // the channels of the open responses
}

func tell(format string, values ...any) { fmt.Printf(format+"\n", values...) } // in one write, so whole

func start(id string) *server {
	s, engine := &server{}, gin.New()
	engine.GET("/events", func(c *gin.Context) {
		events := make(chan sse.Event, 4096)
		s.open.Store(events, true)
		tell(`{"op":"connected","id":%q,"connection":%q}`, id, c.Request.RemoteAddr)
		sse.Event{}.WriteContentType(c.Writer)
		c.Writer.Flush()
		c.Stream(func(io.Writer) bool {
			select {
			case event, more := <-events:
				if more {
					c.Render(-1, event)
				}
				return more
			case <-c.Request.Context().Done():
				return false
			}
		})
		s.open.Delete(events)
		tell(`{"op":"disconnected","id":%q,"connection":%q}`, id, c.Request.RemoteAddr)
	})
	listener, _ := net.Listen("tcp", "127.0.0.1:0")
	s.http.Handler = engine
	go s.http.Serve(listener)
	tell(`{"op":"listening","id":%q,"url":"http://%s/events"}`, id, listener.Addr())
	return s
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	for in, servers := json.NewDecoder(os.Stdin), map[string]*server{}; in.More(); {
		var r request
		err := in.Decode(&r)
		switch s, known := servers[r.ID]; {
		case r.Op == "hello":
			tell(hello)
		case r.Op == "start":
			servers[r.ID] = start(r.ID)
		case r.Op == "send" && known && err != nil: // a number that Retry, an uint, cannot hold
			tell(`{"op":"refused","id":%q,"seq":%d,"error":%q}`, r.ID, r.Seq, err.Error())
		case r.Op == "send" && known:
			for events := range s.open.Range {
				events.(chan sse.Event) <- sse.Event{Event: r.Event.Type, Id: r.Event.ID, Retry: r.Event.Retry, Data: r.Event.Data}
			}
			tell(`{"op":"sent","id":%q,"seq":%d}`, r.ID, r.Seq)
		case r.Op == "end" && known:
			for events := range s.open.Range {
				s.open.Delete(events)
				close(events.(chan sse.Event))
			}
			tell(`{"op":"ended","id":%q}`, r.ID)
		case r.Op == "stop" && known:
			s.http.Close()
			tell(`{"op":"stopped","id":%q}`, r.ID)
		default:
			tell(`{"op":"unsupported","of":%q,"id":%q}`, r.Op, r.ID)
		}
	}
}
