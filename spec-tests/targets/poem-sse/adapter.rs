//! poem as a server: SSE over a channel for each response.

use futures::stream;
use poem::{endpoint::make_sync, get, listener::TcpAcceptor, IntoResponse, Route, Server};
use poem::web::sse::{Event, SSE};
use serde_json::{json, Value};
use std::collections::HashMap;
use std::io::{self, BufRead, Write};
use std::sync::{atomic::{AtomicU32, Ordering}, Arc, Mutex};
use tokio::sync::mpsc::{unbounded_channel, UnboundedSender};
use tokio::{net::TcpListener, runtime::Runtime, task::JoinHandle};

type Open = Arc<Mutex<HashMap<String, UnboundedSender<Event>>>>;

fn tell(message: Value) {
    let mut out = io::stdout().lock();
    writeln!(out, "{message}").and_then(|()| out.flush()).unwrap();
}

/// Tells that a response is over when its stream is dropped.
struct Leaving(String, String, Open);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.2.lock().unwrap().remove(&self.1);
        tell(json!({"op": "disconnected", "id": self.0, "connection": self.1}));
    }
}

async fn start(id: String, open: Open) -> JoinHandle<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/events", listener.local_addr().unwrap());
    let (server, count) = (id.clone(), AtomicU32::new(1));
    let events = make_sync(move |_| {
        let name = format!("k{}", count.fetch_add(1, Ordering::Relaxed));
        let (sender, mut events) = unbounded_channel();
        open.lock().unwrap().insert(name.clone(), sender);
        tell(json!({"op": "connected", "id": id, "connection": name}));
        let leaving = Leaving(id.clone(), name, open.clone());
        SSE::new(stream::poll_fn(move |context| {
            let _ = &leaving; // lives as long as the stream
            events.poll_recv(context)
        })).into_response()
    });
    let app = Route::new().at("/events", get(events));
    let acceptor = TcpAcceptor::from_tokio(listener).unwrap();
    let task = tokio::spawn(async { Server::new_with_acceptor(acceptor).run(app).await.unwrap() });
    tell(json!({"op": "listening", "id": server, "url": url}));
    task
}

/// A message, and ahead of it its reconnection time, which is an event of its own here.
fn events(part: &Value) -> Option<Vec<Event>> {
    let of = |key: &str| part[key].as_str().unwrap_or("");
    let mut events = vec![];
    if !part["retry"].is_null() { events.push(Event::retry(part["retry"].as_u64()?)) }
    if ["data", "type", "id"].iter().any(|key| part[key].is_string()) {
        events.push(Event::message(of("data")).event_type(of("type")).id(of("id")));
    }
    Some(events)
}

fn main() {
    let runtime = Runtime::new().unwrap();
    let mut servers: HashMap<String, (Open, JoinHandle<()>)> = HashMap::new();
    for line in io::stdin().lock().lines() {
        let Ok(message) = serde_json::from_str::<Value>(&line.unwrap()) else { continue };
        let (op, id, seq) = (message["op"].as_str().unwrap_or(""), message["id"].as_str().unwrap_or(""), &message["seq"]);
        match (op, servers.get(id)) {
            ("hello", _) => tell(json!({"op": "hello", "protocol": 1, "roles": ["server"],
                "target": {"name": "poem", "version": "3.1.12", "language": "Rust", "homepage": "https://github.com/poem-web/poem"},
                "capabilities": ["type", "id", "retry", "no-data", "disconnect", "end"],
                "notes": "SSE over a stream of Events from a channel. A reconnection time is an Event of its own, ahead of the message."})),
            ("start", _) => {
                let open = Open::default();
                let task = runtime.block_on(start(id.to_owned(), open.clone()));
                servers.insert(id.to_owned(), (open, task));
            }
            ("send", Some((open, _))) => match events(&message["event"]) {
                Some(events) => {
                    for sender in open.lock().unwrap().values() { events.iter().for_each(|e| drop(sender.send(e.clone()))) }
                    tell(json!({"op": "sent", "id": id, "seq": seq}));
                }
                None => tell(json!({"op": "refused", "id": id, "seq": seq, "error": "no u64"})),
            },
            ("end", Some((open, _))) => {
                open.lock().unwrap().clear();
                tell(json!({"op": "ended", "id": id}));
            }
            ("stop", Some((open, task))) => {
                open.lock().unwrap().clear();
                task.abort();
                tell(json!({"op": "stopped", "id": id}));
            }
            _ => tell(json!({"op": "unsupported", "of": op, "id": id})),
        }
    }
    std::process::exit(0);
}
