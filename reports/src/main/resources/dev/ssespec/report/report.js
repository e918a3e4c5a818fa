(function () {
  "use strict";
  var search = document.getElementById("search");
  var count = document.getElementById("count");
  var none = document.getElementById("none");
  var cases = Array.from(document.querySelectorAll(".case"));
  var groups = Array.from(document.querySelectorAll(".group"));
  var verdicts = window.ssespec.chips("data-verdict-chip", apply);
  var levels = window.ssespec.chips("data-level-chip", apply);
  var at = null;

  function apply() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    cases.forEach(function (one) {
      var text = one.dataset.text;
      var fits =
        (!verdicts.size || one.dataset.verdicts.split(" ").some(function (v) { return verdicts.has(v); })) &&
        (!levels.size || levels.has(one.dataset.level)) &&
        words.every(function (word) { return text.includes(word); });
      one.hidden = !fits;
      if (fits) shown++;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector(".case:not([hidden])");
    });
    count.textContent = shown + " of " + cases.length;
    none.hidden = shown > 0;
  }

  function mark(one) {
    if (at) at.classList.remove("at");
    at = one;
    at.classList.add("at");
  }

  function go(one) {
    if (!one) return;
    mark(one);
    at.querySelector("summary").focus({ preventScroll: true });
    at.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    var visible = cases.filter(function (one) { return !one.hidden; });
    var index = visible.indexOf(at);
    go(visible[index < 0 ? 0 : Math.max(0, Math.min(visible.length - 1, index + by))]);
  }

  function openHash() {
    var name = decodeURIComponent(location.hash.slice(1));
    var one = name && document.getElementById(name);
    if (!one || !one.classList.contains("case")) return;
    one.hidden = false;
    one.parentNode.hidden = false;
    one.open = true;
    go(one);
    one.scrollIntoView();
  }

  search.addEventListener("input", apply);
  cases.forEach(function (one) {
    one.querySelector("summary").addEventListener("focus", function () {
      mark(one);
    });
  });
  window.addEventListener("hashchange", openHash);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      if (document.activeElement === search) {
        search.value = "";
        search.blur();
        apply();
      } else if (at) {
        at.open = false;
      }
      return;
    }
    if (window.ssespec.typing(event)) {
      if (event.key === "Enter" && event.target === search) step(0);
      return;
    }
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") search.focus();
    else if (event.key === "Enter" && at && document.activeElement === document.body) at.open = !at.open;
    else return;
    event.preventDefault();
  });
  apply();
  openHash();
})();
