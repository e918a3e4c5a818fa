//! actix-web-lab as a server: Sse over a channel for each response, on actix-web.

use actix_web::{dev::ServerHandle, web, App, HttpServer};
use actix_web_lab::sse::{Data, Event, Sse};
use futures::stream;
use serde_json::{json, Value};
use std::sync::{atomic::{AtomicU32, Ordering}, Arc, Mutex};
use std::{collections::HashMap, io::{self, Write}, net::TcpListener};
use tokio::io::{stdin, AsyncBufReadExt, BufReader};
use tokio::sync::mpsc::{unbounded_channel, UnboundedSender};

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

fn start(id: String, open: Open) -> ServerHandle {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/events", listener.local_addr().unwrap());
    let (server, count) = (id.clone(), Arc::new(AtomicU32::new(1)));
    let events = move || {
        let name = format!("k{}", count.fetch_add(1, Ordering::Relaxed));
        let (sender, mut events) = unbounded_channel();
        open.lock().unwrap().insert(name.clone(), sender);
        tell(json!({"op": "connected", "id": id, "connection": name}));
        let leaving = Leaving(id.clone(), name, open.clone());
        async move {
            Sse::from_infallible_stream(stream::poll_fn(move |context| {
                let _ = &leaving; // lives as long as the stream
                events.poll_recv(context)
            }))
        }
    };
    let app = move || App::new().route("/events", web::get().to(events.clone()));
    let running = HttpServer::new(app).workers(1).disable_signals().listen(listener).unwrap().run();
    let handle = running.handle();
    actix_web::rt::spawn(running);
    tell(json!({"op": "listening", "id": server, "url": url}));
    handle
}

fn event(message: &Value) -> Event {
    if let Some(text) = message["comment"].as_str() { return Event::Comment(text.into()) }
    let of = |key: &str| message["event"][key].as_str().map(str::to_owned);
    let mut data = Data::new(of("data").unwrap_or_default());
    if let Some(text) = of("type") { data.set_event(text) }
    if let Some(text) = of("id") { data.set_id(text) }
    data.into()
}

#[actix_web::main]
async fn main() {
    let mut servers: HashMap<String, (Open, ServerHandle)> = HashMap::new();
    let mut lines = BufReader::new(stdin()).lines();
    while let Some(line) = lines.next_line().await.unwrap() {
        let Ok(message) = serde_json::from_str::<Value>(&line) else { continue };
        let (op, id, seq) = (message["op"].as_str().unwrap_or(""), message["id"].as_str().unwrap_or(""), &message["seq"]);
        match (op, servers.get(id)) {
            ("hello", _) => tell(json!({"op": "hello", "protocol": 1, "roles": ["server"],
                "target": {"name": "actix-web-lab", "version": "0.29.5", "language": "Rust", "homepage": "https://github.com/robjtede/actix-web-lab"},
                "capabilities": ["type", "id", "comment", "disconnect", "end"],
                "notes": "Sse over a stream of Events from a channel, on actix-web 4.18.1. What it does not encode ends the response."})),
            ("start", _) => {
                let open = Open::default();
                servers.insert(id.to_owned(), (open.clone(), start(id.to_owned(), open)));
            }
            ("send", Some((open, _))) => {
                open.lock().unwrap().values().for_each(|sender| drop(sender.send(event(&message))));
                tell(json!({"op": "sent", "id": id, "seq": seq}));
            }
            ("end", Some((open, _))) => {
                open.lock().unwrap().clear();
                tell(json!({"op": "ended", "id": id}));
            }
            ("stop", Some((_, handle))) => {
                handle.stop(false).await;
                tell(json!({"op": "stopped", "id": id}));
            }
            _ => tell(json!({"op": "unsupported", "of": op, "id": id})),
        }
    }
    std::process::exit(0);
}
