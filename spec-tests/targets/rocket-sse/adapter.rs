//! rocket as a server: an EventStream over a channel for each response.

use rocket::response::stream::{Event, EventStream};
use rocket::tokio::{runtime::Runtime, sync::mpsc::{unbounded_channel, UnboundedSender}};
use rocket::{config, fairing::AdHoc, get, log::LogLevel, routes, Config, Shutdown, State};
use serde_json::{json, Value};
use std::io::{self, BufRead, Write};
use std::{collections::HashMap, net::SocketAddr, sync::{Arc, Mutex}, time::Duration};

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

#[get("/events")]
fn events(server: &State<(String, Open)>, client: SocketAddr) -> EventStream![] {
    let ((id, open), name) = (server.inner().clone(), client.to_string());
    let (sender, mut events) = unbounded_channel();
    open.lock().unwrap().insert(name.clone(), sender);
    tell(json!({"op": "connected", "id": id, "connection": name}));
    let leaving = Leaving(id, name, open);
    EventStream! {
        let _leaving = leaving; // lives as long as the stream
        while let Some(event) = events.recv().await { yield event; }
    }
}

async fn start(id: String, open: Open) -> Shutdown {
    let shutdown = config::Shutdown { ctrlc: false, grace: 0, mercy: 0, ..Default::default() };
    let config = Config { port: 0, log_level: LogLevel::Off, shutdown, ..Config::release_default() };
    let listening = AdHoc::on_liftoff("listening", |rocket| Box::pin(async move {
        let id = &rocket.state::<(String, Open)>().unwrap().0;
        tell(json!({"op": "listening", "id": id, "url": format!("http://127.0.0.1:{}/events", rocket.config().port)}));
    }));
    let rocket = rocket::custom(config).manage((id, open)).mount("/", routes![events]).attach(listening).ignite().await.unwrap();
    let end = rocket.shutdown();
    rocket::tokio::spawn(rocket.launch());
    end
}

fn event(message: &Value) -> Option<Event> {
    let of = |value: &Value, key: &str| value[key].as_str().map(str::to_owned);
    let part = &message["event"];
    let data = || Event::data(of(part, "data").unwrap_or_default());
    let mut event = of(message, "comment").map_or_else(data, Event::comment);
    if let Some(text) = of(part, "type") { event = event.event(text) }
    if let Some(text) = of(part, "id") { event = event.id(text) }
    if part["retry"].is_null() { return Some(event) }
    Some(event.with_retry(Duration::from_millis(part["retry"].as_u64()?)))
}

fn main() {
    let runtime = Runtime::new().unwrap();
    let mut servers: HashMap<String, (Open, Shutdown)> = HashMap::new();
    for line in io::stdin().lock().lines() {
        let Ok(message) = serde_json::from_str::<Value>(&line.unwrap()) else { continue };
        let (op, id, seq) = (message["op"].as_str().unwrap_or(""), message["id"].as_str().unwrap_or(""), &message["seq"]);
        match (op, servers.get(id)) {
            ("hello", _) => tell(json!({"op": "hello", "protocol": 1, "roles": ["server"],
                "target": {"name": "rocket", "version": "0.5.2", "language": "Rust", "homepage": "https://github.com/rwf2/Rocket"},
                "capabilities": ["type", "id", "retry", "comment", "disconnect", "end"],
                "notes": "An EventStream of Events from a channel."})),
            ("start", _) => {
                let open = Open::default();
                servers.insert(id.to_owned(), (open.clone(), runtime.block_on(start(id.to_owned(), open))));
            }
            ("send", Some((open, _))) => match event(&message) {
                Some(event) => {
                    open.lock().unwrap().values().for_each(|sender| drop(sender.send(event.clone())));
                    tell(json!({"op": "sent", "id": id, "seq": seq}));
                }
                None => tell(json!({"op": "refused", "id": id, "seq": seq, "error": "no u64"})),
            },
            ("end", Some((open, _))) => {
                open.lock().unwrap().clear();
                tell(json!({"op": "ended", "id": id}));
            }
            ("stop", Some((open, end))) => {
                open.lock().unwrap().clear();
                end.clone().notify();
                tell(json!({"op": "stopped", "id": id}));
            }
            _ => tell(json!({"op": "unsupported", "of": op, "id": id})),
        }
    }
    std::process::exit(0);
}
