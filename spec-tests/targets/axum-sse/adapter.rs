//! axum as a server: Sse over a channel for each response. What Event panics at, it refuses.

use axum::response::sse::{Event, Sse};
use axum::{routing::get, Router};
use futures::stream;
use serde_json::{json, Value};
use std::{collections::HashMap, convert::Infallible, io::{self, BufRead, Write}, panic};
use std::{sync::{atomic::{AtomicU32, Ordering}, Arc, Mutex}, time::Duration};
use tokio::sync::mpsc::{unbounded_channel, UnboundedSender};
use tokio::{net::TcpListener, task::JoinHandle};

type Open = Arc<Mutex<Vec<(String, UnboundedSender<Event>)>>>;

fn tell(message: Value) {
    let mut out = io::stdout().lock();
    writeln!(out, "{message}").and_then(|()| out.flush()).unwrap();
}

/// Tells that a response is over when its stream is dropped.
struct Leaving(String, String, Open);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.2.lock().unwrap().retain(|(name, _)| *name != self.1);
        tell(json!({"op": "disconnected", "id": self.0, "connection": self.1}));
    }
}

async fn start(id: String, open: Open) -> JoinHandle<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/events", listener.local_addr().unwrap());
    let (server, count) = (id.clone(), Arc::new(AtomicU32::new(1)));
    let events = move || async move {
        let name = format!("k{}", count.fetch_add(1, Ordering::Relaxed));
        let (sender, mut events) = unbounded_channel();
        open.lock().unwrap().push((name.clone(), sender));
        tell(json!({"op": "connected", "id": id, "connection": name}));
        let leaving = Leaving(id, name, open);
        Sse::new(stream::poll_fn(move |context| {
            let _ = &leaving; // lives as long as the stream
            events.poll_recv(context).map(|next| next.map(Ok::<Event, Infallible>))
        }))
    };
    let app = Router::new().route("/events", get(events));
    let task = tokio::spawn(async { axum::serve(listener, app).await.unwrap() });
    tell(json!({"op": "listening", "id": server, "url": url}));
    task
}

fn event(message: &Value) -> Result<Event, String> {
    let of = |value: &Value, key: &str| value[key].as_str().map(str::to_owned);
    let part = &message["event"];
    let mut event = Event::default();
    if let Some(text) = of(message, "comment") { event = event.comment(text) }
    if let Some(text) = of(part, "type") { event = event.event(text) }
    if let Some(text) = of(part, "id") { event = event.id(text) }
    if !part["retry"].is_null() { event = event.retry(Duration::from_millis(part["retry"].as_u64().ok_or("no u64")?)) }
    Ok(match of(part, "data") { Some(text) => event.data(text), None => event })
}

fn main() {
    panic::set_hook(Box::new(|_| {})); // a panic is an answer here
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut servers: HashMap<String, (Open, JoinHandle<()>)> = HashMap::new();
    for line in io::stdin().lock().lines() {
        let Ok(message) = serde_json::from_str::<Value>(&line.unwrap()) else { continue };
        let (op, id, seq) = (message["op"].as_str().unwrap_or(""), message["id"].as_str().unwrap_or(""), &message["seq"]);
        match (op, servers.get(id)) {
            ("hello", _) => tell(json!({"op": "hello", "protocol": 1, "roles": ["server"],
                "target": {"name": "axum", "version": "0.8.9", "language": "Rust", "homepage": "https://github.com/tokio-rs/axum"},
                "capabilities": ["type", "id", "retry", "comment", "no-data", "disconnect", "end"],
                "notes": "Sse over a stream of Events from a channel. Where Event panics, as documented, that is a refusal."})),
            ("start", _) => {
                let open = Open::default();
                servers.insert(id.to_owned(), (open.clone(), runtime.block_on(start(id.to_owned(), open))));
            }
            ("send", Some((open, _))) => match panic::catch_unwind(|| event(&message)).unwrap_or_else(|panic| {
                Err(panic.downcast_ref::<String>().cloned().unwrap_or_default())
            }) {
                Ok(event) => {
                    open.lock().unwrap().iter().for_each(|(_, sender)| { let _ = sender.send(event.clone()); });
                    tell(json!({"op": "sent", "id": id, "seq": seq}));
                }
                Err(error) => tell(json!({"op": "refused", "id": id, "seq": seq, "error": error})),
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
