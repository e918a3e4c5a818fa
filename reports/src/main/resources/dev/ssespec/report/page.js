(function () {
  "use strict";
  var root = document.documentElement;
  var button = document.getElementById("theme");
  var names = ["auto", "light", "dark"];
  var asked = /theme=(light|dark)/.exec(location.hash);
  var now = asked ? asked[1] : "auto";
  try {
    if (!asked) now = localStorage.getItem("ssespec-theme") || "auto";
  } catch (e) {
    // From disk some browsers have no storage.
  }
  function show() {
    if (now === "auto") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", now);
    button.textContent = "Theme: " + now;
  }
  button.addEventListener("click", function () {
    now = names[(names.indexOf(now) + 1) % names.length];
    try {
      localStorage.setItem("ssespec-theme", now);
    } catch (e) {
      // As above.
    }
    show();
  });
  show();

  document.addEventListener("click", function (event) {
    var copy = event.target.closest("[data-copy]");
    if (!copy) return;
    var code = copy.parentNode.querySelector("code");
    function select() {
      var range = document.createRange();
      range.selectNodeContents(code);
      var selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    }
    function copied() {
      copy.textContent = "Copied";
    }
    if (navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(copied, select);
    else select();
  });

  window.ssespec = {
    typing: function (event) {
      return event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    },
    chips: function (attribute, changed) {
      var chosen = new Set();
      document.querySelectorAll("[" + attribute + "]").forEach(function (chip) {
        chip.addEventListener("click", function () {
          var value = chip.getAttribute(attribute);
          var on = !chosen.has(value);
          if (on) chosen.add(value);
          else chosen.delete(value);
          chip.setAttribute("aria-pressed", String(on));
          changed();
        });
      });
      return chosen;
    }
  };
})();
