//! warp as a server: sse::reply over a channel for each response.

use futures::stream;
use serde_json::{json, Value};
use std::io::{self, BufRead, Write};
use std::sync::{atomic::{AtomicU32, Ordering}, Arc, Mutex};
use std::{collections::HashMap, convert::Infallible, time::Duration};
use tokio::sync::mpsc::{unbounded_channel, UnboundedSender};
use tokio::{net::TcpListener, runtime::Runtime, task::JoinHandle};
use warp::{sse::Event, Filter};

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
    let (server, count) = (id.clone(), Arc::new(AtomicU32::new(1)));
    let routes = warp::path("events").and(warp::get()).map(move || {
        let name = format!("k{}", count.fetch_add(1, Ordering::Relaxed));
        let (sender, mut events) = unbounded_channel();
        open.lock().unwrap().insert(name.clone(), sender);
        tell(json!({"op": "connected", "id": id, "connection": name}));
        let leaving = Leaving(id.clone(), name, open.clone());
        warp::sse::reply(stream::poll_fn(move |context| {
            let _ = &leaving; // lives as long as the stream
            events.poll_recv(context).map(|next| next.map(Ok::<Event, Infallible>))
        }))
    });
    let task = tokio::spawn(warp::serve(routes).incoming(listener).run());
    tell(json!({"op": "listening", "id": server, "url": url}));
    task
}

fn event(message: &Value) -> Option<Event> {
    let (mut event, part) = (Event::default(), &message["event"]);
    if let Some(text) = message["comment"].as_str() { event = event.comment(text) }
    if let Some(text) = part["type"].as_str() { event = event.event(text) }
    if let Some(text) = part["id"].as_str() { event = event.id(text) }
    if let Some(text) = part["data"].as_str() { event = event.data(text) }
    if part["retry"].is_null() { return Some(event) }
    Some(event.retry(Duration::from_millis(part["retry"].as_u64()?)))
}

fn main() {
    let runtime = Runtime::new().unwrap();
    let mut servers: HashMap<String, (Open, JoinHandle<()>)> = HashMap::new();
    for line in io::stdin().lock().lines() {
        let Ok(message) = serde_json::from_str::<Value>(&line.unwrap()) else { continue };
        let (op, id, seq) = (message["op"].as_str().unwrap_or(""), message["id"].as_str().unwrap_or(""), &message["seq"]);
        match (op, servers.get(id)) {
            ("hello", _) => tell(json!({"op": "hello", "protocol": 1, "roles": ["server"],
                "target": {"name": "warp", "version": "0.4.3", "language": "Rust", "homepage": "https://github.com/seanmonstar/warp"},
                "capabilities": ["type", "id", "retry", "comment", "no-data", "disconnect", "end"],
                "notes": "sse::reply over a stream of Events from a channel."})),
            ("start", _) => {
                let open = Open::default();
                let task = runtime.block_on(start(id.to_owned(), open.clone()));
                servers.insert(id.to_owned(), (open, task));
            }
            ("send", Some((open, _))) if event(&message).is_some() => {
                open.lock().unwrap().values().for_each(|sender| drop(sender.send(event(&message).unwrap())));
                tell(json!({"op": "sent", "id": id, "seq": seq}));
            }
            ("send", Some(_)) => tell(json!({"op": "refused", "id": id, "seq": seq, "error": "no u64"})),
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
