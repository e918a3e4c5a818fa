//! LaunchDarkly's eventsource-client for Rust: a task for each source, which polls its stream as the example does.

use eventsource_client::{Client, ClientBuilder, ReconnectOptions, Result, SSE};
use futures::{FutureExt, StreamExt};
use launchdarkly_sdk_transport::HyperTransport;
use serde_json::{json, Value};
use std::{collections::HashMap, pin::Pin, time::Duration};
use tokio::{runtime::Runtime, task::JoinHandle};

fn main() {
    let runtime = Runtime::new().expect("a runtime");
    let mut sources: HashMap<String, JoinHandle<()>> = HashMap::new();
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
                sources.insert(id, runtime.spawn(read(request)));
            }
            "close" => {
                if let Some(task) = sources.remove(&id) {
                    task.abort(); // the library is closed by dropping its stream
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
    json!({"op": "hello", "protocol": 1, "roles": ["client"], "profile": "stream",
        "target": {"name": "eventsource-client", "version": "0.17.4", "language": "Rust",
            "homepage": "https://github.com/launchdarkly/rust-eventsource-client"},
        "capabilities": ["opened", "error", "comments", "last-event-id", "reconnect", "retry-option",
            "initial-last-event-id", "headers", "method", "body", "read-timeout"],
        "notes": "Over launchdarkly-sdk-transport 0.1.4 (hyper). ReconnectOptions::reconnect(true), all else as the \
            library has it: the delay doubles, and the first connection is tried once."})
}

fn client(request: &Value) -> Result<impl Client> {
    let mut builder = ClientBuilder::for_url(request["url"].as_str().unwrap_or_default())?;
    for (name, value) in request["headers"].as_object().into_iter().flatten() {
        builder = builder.header(name, value.as_str().unwrap_or_default())?;
    }
    let options: [(_, fn(ClientBuilder, String) -> ClientBuilder); 3] =
        [("lastEventId", ClientBuilder::last_event_id), ("method", ClientBuilder::method), ("body", ClientBuilder::body)];
    for (key, set) in options {
        builder = request[key].as_str().into_iter().fold(builder, |builder, value| set(builder, value.to_string()));
    }
    let mut options = ReconnectOptions::reconnect(true);
    if let Some(millis) = request["retryMs"].as_u64() {
        options = options.delay(Duration::from_millis(millis));
    }
    let mut transport = HyperTransport::builder();
    if let Some(millis) = request["readTimeoutMs"].as_u64() {
        transport = transport.read_timeout(Duration::from_millis(millis));
    }
    Ok(builder.reconnect(options.build()).build_with_transport(transport.build_http().expect("a transport")))
}

async fn read(request: Value) {
    let error = |state, error: &dyn ToString| json!({"op": "error", "state": state, "message": error.to_string()});
    let client = match client(&request) {
        Ok(client) => client,
        Err(invalid) => return say(&request, error("closed", &invalid)),
    };
    let mut stream = client.stream().peekable();
    while let Some(next) = stream.next().await {
        say(&request, match next {
            Ok(SSE::Connected(_)) => json!({"op": "opened"}),
            Ok(SSE::Comment(text)) => json!({"op": "comment", "text": text}),
            Ok(SSE::Event(event)) => json!({"op": "event", "event": {"type": event.event_type, "data": event.data,
                "lastEventId": event.id.unwrap_or_default()}}),
            // Behind an error the stream has ended, or waits to connect again.
            Err(failure) => match Pin::new(&mut stream).peek().now_or_never() {
                Some(None) => error("closed", &failure),
                _ => error("connecting", &failure),
            },
        });
    }
}

fn say(request: &Value, mut message: Value) {
    if let Some(id) = request.get("id") {
        message["id"] = id.clone();
    }
    println!("{message}"); // takes standard output for the whole line
}
