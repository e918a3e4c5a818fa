"use strict";
const log = document.getElementById("log");
const bytes = document.getElementById("bytes");
const prices = document.getElementById("prices");
const rows = new Map();

function price(update) {
  let row = rows.get(update.symbol);
  if (!row) {
    row = element("tr", "");
    row.append(element("td", ""), element("td", "number"), element("td", "number"));
    rows.set(update.symbol, row);
    prices.append(row);
  }
  const [symbol, cents, change] = row.children;
  symbol.textContent = update.symbol;
  cents.textContent = (update.cents / 100).toFixed(2);
  change.textContent = (update.change / 100).toFixed(2);
}

openStream("/ticker/stream", {
  "stock-update": (data) => {
    addEvent(log, "stock-update", data);
    price(JSON.parse(data));
  },
  "chat-message": (data) => addEvent(log, "chat-message", data),
  gap: (data) => addEvent(log, "gap", data),
  message: (data) => addEvent(log, "message", data),
});

/** The same stream once more, as it comes; line ends are shown, the oldest lines are dropped. */
async function showBytes() {
  const response = await fetch("/ticker/stream", { headers: { Accept: "text/event-stream" } });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    text = (text + value.replaceAll("\n", "↵\n")).split("\n").slice(-400).join("\n");
    const atEnd = bytes.scrollHeight - bytes.scrollTop - bytes.clientHeight < 40;
    bytes.textContent = text;
    if (atEnd) bytes.scrollTop = bytes.scrollHeight;
  }
}
showBytes().catch((e) => {
  bytes.textContent += "\n" + e;
});
