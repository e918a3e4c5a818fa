"use strict";
const log = document.getElementById("log");
const here = document.getElementById("here");
const room = document.getElementById("room");
const name = document.getElementById("name");
const text = document.getElementById("text");
let source = null;
let entered = null;

const asked = new URLSearchParams(location.search);
room.value = asked.get("room") || "main";
name.value = asked.get("name") || "guest " + Math.floor(1 + Math.random() * 99);
document.getElementById("state").textContent = "not entered";

function notice(sentence) {
  addLine(log, element("span", "notice", sentence));
}

function cameOrWent(what) {
  return (data) => {
    const who = JSON.parse(data);
    here.textContent = who.here;
    notice(who.name + " has " + what + ".");
  };
}

function enter() {
  if (source) source.close();
  log.replaceChildren();
  entered = { room: room.value, name: name.value };
  source = openStream("/classroom/stream?" + new URLSearchParams(entered), {
    message: (data) => {
      const said = JSON.parse(data);
      addEvent(log, said.name, said.text);
    },
    joined: cameOrWent("come"),
    left: cameOrWent("gone"),
    gap: notice,
    dropped: notice,
    time: (data) => {
      document.getElementById("clock").textContent = data;
    },
  });
  text.disabled = false;
  document.getElementById("send").disabled = false;
  text.focus();
}

document.getElementById("enter").addEventListener("submit", (event) => {
  event.preventDefault();
  enter();
});
document.getElementById("say").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await post("/classroom/say", { ...entered, text: text.value })) text.value = "";
});
if (asked.has("name")) enter();
