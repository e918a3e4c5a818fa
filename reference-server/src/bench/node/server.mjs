// better-sse as its documentation has it: a session for each response, a channel for all of them.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createChannel, createSession } from "better-sse";

const channel = createChannel();
let number = 0;

const server = createServer(async (request, response) => {
  const url = new URL(request.url, "http://localhost");
  if (url.pathname === "/stream") {
    channel.register(await createSession(request, response));
    return;
  }
  if (url.pathname === "/publish") {
    const padding = "x".repeat(Number(url.searchParams.get("bytes")));
    for (let i = Number(url.searchParams.get("events")); i > 0; i--) {
      channel.broadcast(`#${String(++number).padStart(10, "0")};${padding}`);
    }
  }
  if (url.pathname === "/memory") global.gc();
  response.end(String(process.memoryUsage().heapUsed));
});

const version = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url))).version;
server.listen(0, "127.0.0.1", 4096, () => {
  const name = `better-sse ${version("node_modules/better-sse/package.json")}`;
  console.log(`${server.address().port} ${name}, Node.js ${process.versions.node}`);
});
