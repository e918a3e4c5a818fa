"use strict";
const log = document.getElementById("log");
const numbers = document.getElementById("numbers");
let source = null;
document.getElementById("state").textContent = "not asked";

function ask() {
  if (source) source.close();
  log.replaceChildren();
  numbers.replaceChildren();
  const wish = new URLSearchParams({ speed: document.getElementById("speed").value || "1" });
  const cut = document.getElementById("cut").value;
  if (cut) wish.set("cut", cut);
  let before = performance.now();
  source = openStream("/counter/stream?" + wish, {
    message: (data) => {
      const now = performance.now();
      numbers.append(data + " ");
      addEvent(log, "number " + data, "after " + Math.round(now - before) + " ms");
      before = now;
    },
    open: () => addEvent(log, "open", ""),
    error: () => {
      addEvent(
        log,
        "error",
        source.readyState === EventSource.CLOSED
          ? "204: there is nothing more, and the client stays away."
          : "The stream ended; the client comes back and says which number it has seen last.",
      );
    },
  });
}

document.getElementById("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
document.getElementById("stop").addEventListener("click", () => {
  if (source) source.close();
  document.getElementById("state").textContent = "stopped";
  document.getElementById("state").className = "closed";
});
if (new URLSearchParams(location.search).has("ask")) ask();
