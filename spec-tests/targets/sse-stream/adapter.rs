//! sse-stream as a parser: a stream of the chunks, ended or left pending, turned into blocks by the library.

use base64::{engine::general_purpose::STANDARD, Engine};
use futures::{future::FutureExt, stream, StreamExt};
use serde_json::{json, Value};
use sse_stream::SseByteStream;
use std::collections::VecDeque;
use std::convert::Infallible;
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
        "target": {"name": "sse-stream", "version": "0.3.0", "language": "Rust",
            "homepage": "https://github.com/4t145/sse-stream"},
        "roles": ["parser"], "capabilities": ["retry", "chunks", "events-before-eof"],
        "notes": "SseByteStream with its default features. It yields each block, whose id is its own; one without data is shown \
            with empty data. A panic of the library is reported as failed."})
}

fn parse(request: &Value) -> Value {
    let chunks: Vec<VecDeque<u8>> = request["chunks"].as_array().into_iter().flatten()
        .map(|chunk| STANDARD.decode(chunk.as_str().unwrap_or_default()).unwrap_or_default().into())
        .collect();
    let body = stream::iter(chunks.into_iter().map(Ok::<_, Infallible>));
    let body = if request["eof"] == true { body.boxed() } else { body.chain(stream::pending()).boxed() };
    let mut library = SseByteStream::new(body);
    let (mut events, mut retry) = (Vec::new(), None);
    // Never waits: on an open stream the library is pending once it has said all that it can.
    while let Some(Some(next)) = library.next().now_or_never() {
        match next {
            Ok(event) => {
                retry = event.retry.or(retry);
                let kind = event.event.filter(|kind| !kind.is_empty()).unwrap_or("message".into());
                events.push(json!({"type": kind, "data": event.data.unwrap_or_default()}));
            }
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
