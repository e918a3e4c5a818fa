//! async-sse as a parser: its decoder over a reader of the chunks, which ends or is left pending.

use async_sse::{decode, Event};
use base64::{engine::general_purpose::STANDARD, Engine};
use futures::{future::FutureExt, stream, StreamExt, TryStreamExt};
use serde_json::{json, Value};
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::time::{Duration, Instant};

fn main() {
    let mut under_way = Vec::new();
    for line in std::io::stdin().lines() {
        let Ok(line) = line else { break };
        let request: Value = match serde_json::from_str(&line) {
            Ok(request @ Value::Object(_)) => request,
            _ => {
                eprintln!("not a request: {line}");
                continue;
            }
        };
        match request["op"].as_str().unwrap_or_default() {
            "hello" => println!("{}", hello()),
            // Each on its own thread, so that one which hangs holds up no other.
            "parse" => under_way.push(std::thread::spawn(move || {
                let answer = catch_unwind(AssertUnwindSafe(|| parse(&request)))
                    .unwrap_or_else(|panic| failed(panic_text(&*panic)));
                say(answer, &request);
            })),
            op => say(json!({"op": "unsupported", "of": op}), &request),
        }
    }
    // Answers under way may still leave; what hangs may not.
    let patience = Instant::now() + Duration::from_secs(1);
    while Instant::now() < patience && under_way.iter().any(|parse| !parse.is_finished()) {
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn hello() -> Value {
    json!({"op": "hello", "protocol": 1,
        "target": {"name": "async-sse", "version": "5.1.0", "language": "Rust",
            "homepage": "https://github.com/http-rs/async-sse"},
        "roles": ["parser"], "capabilities": ["last-event-id", "retry", "chunks", "events-before-eof"],
        "notes": "The last event ID is told with events alone, and is none (reported as empty) until the first id."})
}

fn parse(request: &Value) -> Value {
    let chunks: Vec<Vec<u8>> = request["chunks"].as_array().into_iter().flatten()
        .map(|chunk| STANDARD.decode(chunk.as_str().unwrap_or_default()).unwrap_or_default())
        .collect();
    let body = stream::iter(chunks.into_iter().map(Ok::<_, std::io::Error>));
    let body = if request["eof"] == true { body.boxed() } else { body.chain(stream::pending()).boxed() };
    let mut library = decode(body.into_async_read());
    let (mut events, mut retry, mut last_id) = (Vec::new(), None, String::new());
    // Never waits: on an open stream the library is pending once it has said all that it can.
    while let Some(Some(next)) = library.next().now_or_never() {
        match next {
            Ok(Event::Message(message)) => {
                last_id = message.id().clone().unwrap_or_default();
                let kind = if message.name().is_empty() { "message" } else { message.name() };
                let data = String::from_utf8_lossy(message.data());
                events.push(json!({"type": kind, "data": data, "lastEventId": last_id}));
            }
            Ok(Event::Retry(delay)) => retry = Some(delay.as_millis() as u64),
            Err(error) => return failed(error.to_string()),
        }
    }
    json!({"op": "parsed", "events": events, "retry": retry, "comments": []})
}

fn failed(error: String) -> Value {
    json!({"op": "failed", "error": error})
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| text.to_string())).unwrap_or_default()
}

fn say(mut message: Value, request: &Value) {
    if let Some(id) = request.get("id") {
        message["id"] = id.clone();
    }
    println!("{message}"); // takes standard output for the whole line
}
