(function () {
  "use strict";
  var search = document.getElementById("search");
  var count = document.getElementById("count");
  var dialog = document.getElementById("dialog");
  var drawer = document.getElementById("drawer");
  var rows = Array.from(document.querySelectorAll("tr[data-code]"));
  var verdicts = window.ssespec.chips("data-verdict-chip", apply);
  var levels = window.ssespec.chips("data-level-chip", apply);
  var last = null;

  function apply() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    var area = null;
    var alive = false;
    function closeArea() {
      if (area) area.hidden = !alive;
    }
    document.querySelectorAll(".matrix tbody tr").forEach(function (row) {
      if (row.classList.contains("area")) {
        closeArea();
        area = row;
        alive = false;
        return;
      }
      var held = row.dataset.verdicts.split(" ");
      var fits =
        (!verdicts.size || held.some(function (v) { return verdicts.has(v); })) &&
        (!levels.size || levels.has(row.dataset.level)) &&
        words.every(function (word) { return row.dataset.text.includes(word); });
      row.hidden = !fits;
      if (fits) {
        shown++;
        alive = true;
      }
    });
    closeArea();
    count.textContent = shown + " of " + rows.length;
  }

  function copy(id) {
    var template = document.getElementById(id);
    if (template) drawer.appendChild(template.content.cloneNode(true));
    return Boolean(template);
  }

  function open(button) {
    var row = button.closest("tr");
    drawer.textContent = "";
    copy("about-" + row.dataset.code);
    if (button.classList.contains("cell") && !copy(button.dataset.details)) {
      var line = document.createElement("h3");
      line.textContent = button.title;
      drawer.appendChild(line);
    }
    last = button;
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    try {
      history.replaceState(null, "", "#" + (button.dataset.details || "about-" + row.dataset.code));
    } catch (e) {
      // From disk some browsers refuse.
    }
  }

  function move(button, across, down) {
    var cell = button.closest("td, th");
    var row = cell.parentNode;
    var column = Math.max(0, cell.cellIndex + across);
    if (down) {
      do row = down > 0 ? row.nextElementSibling : row.previousElementSibling;
      while (row && (row.hidden || row.classList.contains("area")));
    }
    var next = row && row.cells[Math.min(column, row.cells.length - 1)];
    var target = next && next.querySelector("button");
    if (target) {
      target.focus();
      if (dialog.open) open(target);
    }
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest(".matrix tbody button");
    if (button) open(button);
    else if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
  dialog.addEventListener("close", function () {
    if (last) last.focus();
    try {
      history.replaceState(null, "", "#");
    } catch (e) {
      // As above.
    }
  });
  search.addEventListener("input", apply);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && event.target === search) {
      search.value = "";
      search.blur();
      apply();
      return;
    }
    if (window.ssespec.typing(event)) return;
    var moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], h: [-1, 0], l: [1, 0], k: [0, -1], j: [0, 1] };
    var button = dialog.open ? last : event.target.closest(".matrix tbody button");
    if (event.key === "/" && !dialog.open) search.focus();
    else if (moves[event.key] && dialog.open && event.key.startsWith("Arrow")) return;
    else if (moves[event.key] && button) move(button, moves[event.key][0], moves[event.key][1]);
    else if (moves[event.key] && !button && !event.key.startsWith("Arrow")) {
      var first = document.querySelector(".matrix tbody tr:not([hidden]) button");
      if (first) first.focus();
    } else return;
    event.preventDefault();
  });
  apply();
  var asked = decodeURIComponent(location.hash.slice(1));
  var button = asked && Array.from(document.querySelectorAll("[data-details]")).find(function (one) {
    return one.dataset.details === asked;
  });
  if (button) open(button);
})();
