//! reqwest-eventsource as a client: a task for each source, which polls its stream as the documentation shows.

use futures::{FutureExt, StreamExt};
use reqwest_eventsource::{retry::ExponentialBackoff, retry::DEFAULT_RETRY, Event, EventSource, ReadyState};
use serde_json::{json, Value};
use std::{collections::HashMap, panic::AssertUnwindSafe, time::Duration};
use tokio::{runtime::Runtime, sync::oneshot, task::JoinHandle};

fn main() {
    let runtime = Runtime::new().expect("a runtime");
    let http = reqwest::Client::new();
    let mut sources: HashMap<String, (oneshot::Sender<()>, JoinHandle<()>)> = HashMap::new();
    for line in std::io::stdin().lines() {
        let Ok(line) = line else { break };
        let request: Value = match serde_json::from_str(&line) {
            Ok(request @ Value::Object(_)) => request,
            _ => {
                eprintln!("not a request: {line}");
                continue;
            }
        };
        let id = request["id"].as_str().unwrap_or_default().to_string();
        match request["op"].as_str().unwrap_or_default() {
            "hello" => println!("{}", hello()),
            "open" => {
                let (close, closing) = oneshot::channel();
                sources.insert(id, (close, runtime.spawn(task(http.clone(), request, closing))));
            }
            "close" => {
                if let Some((close, task)) = sources.remove(&id) {
                    let _ = close.send(()); // the task says what it has in its hands, and ends
                    let _ = runtime.block_on(task);
                }
                say(&request, json!({"op": "closed"}));
            }
            op => say(&request, json!({"op": "unsupported", "of": op})),
        }
    }
    runtime.shutdown_background();
}

fn hello() -> Value {
    json!({"op": "hello", "protocol": 1, "roles": ["client"],
        "target": {"name": "reqwest-eventsource", "version": "0.6.0", "language": "Rust",
            "homepage": "https://github.com/jpopesculian/reqwest-eventsource"},
        "capabilities": ["opened", "error", "last-event-id", "reconnect", "retry-option", "headers", "method", "body"],
        "notes": "Over reqwest 0.12.28. retryMs is the start of its own retry policy, which doubles up to 5 s."})
}

async fn task(http: reqwest::Client, request: Value, closing: oneshot::Receiver<()>) {
    if AssertUnwindSafe(read(http, &request, closing)).catch_unwind().await.is_err() {
        say(&request, json!({"op": "error", "state": "closed", "message": "the library panicked"}));
    }
}

async fn read(http: reqwest::Client, request: &Value, mut closing: oneshot::Receiver<()>) {
    let method = request["method"].as_str().unwrap_or("GET").parse().unwrap_or_default();
    let mut builder = http.request(method, request["url"].as_str().unwrap_or_default());
    for (name, value) in request["headers"].as_object().into_iter().flatten() {
        builder = builder.header(name, value.as_str().unwrap_or_default());
    }
    if let Some(body) = request["body"].as_str() {
        builder = builder.body(body.to_string());
    }
    let mut source = EventSource::new(builder).expect("a request that can be cloned");
    if let Some(start) = request["retryMs"].as_u64().map(Duration::from_millis) {
        source.set_retry_policy(Box::new(ExponentialBackoff { start, ..DEFAULT_RETRY }));
    }
    loop {
        let next = tokio::select! {
            next = source.next() => next,
            _ = &mut closing => {
                source.close();
                return;
            }
        };
        match next {
            Some(Ok(Event::Open)) => say(request, json!({"op": "opened"})),
            Some(Ok(Event::Message(message))) => say(request, json!({"op": "event", "event": {
                "type": message.event, "data": message.data, "lastEventId": message.id}})),
            Some(Err(error)) => {
                let closed = source.ready_state() == ReadyState::Closed;
                let state = if closed { "closed" } else { "connecting" };
                say(request, json!({"op": "error", "state": state, "message": error.to_string()}));
            }
            None => return,
        }
    }
}

fn say(request: &Value, mut message: Value) {
    if let Some(id) = request.get("id") {
        message["id"] = id.clone();
    }
    println!("{message}"); // takes standard output for the whole line
}
