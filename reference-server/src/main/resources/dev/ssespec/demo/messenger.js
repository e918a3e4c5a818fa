"use strict";
const log = document.getElementById("log");
const text = document.getElementById("text");

openStream("/messenger/sse", {
  message: (data) => addEvent(log, "message", data),
  greeting: (data) => addEvent(log, "greeting", data),
  dropped: (data) => addEvent(log, "dropped", data),
  tick: (data) => {
    document.getElementById("clock").textContent = data;
  },
});

document.getElementById("say").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await post("/messenger/message", { text: text.value })) text.value = "";
});
