"use strict";
// What the pages share. Whatever comes from outside is put into a page as text, never as HTML.

/** An element with this class and these texts or elements in it. */
function element(name, className, ...inside) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

/** One line more in a list, of which the latest 500 are kept; it stays at its end if it was there. */
function addLine(list, ...inside) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  const line = element("li", "", ...inside);
  list.append(line);
  while (list.children.length > 500) list.firstChild.remove();
  if (atEnd) list.scrollTop = list.scrollHeight;
  return line;
}

/** A line that says what kind of event it was. */
function addEvent(list, type, text) {
  return addLine(list, element("span", "type", type), element("span", "data", text));
}

/** Opens a stream and shows in #state how it is; listeners are called by the event's type. */
function openStream(path, listeners) {
  const state = document.getElementById("state");
  const source = new EventSource(path);
  const show = () => {
    const names = ["connecting …", "open", "closed"];
    state.textContent = names[source.readyState];
    state.className = ["connecting", "open", "closed"][source.readyState];
  };
  show();
  source.onopen = show;
  source.onerror = show;
  for (const [type, listener] of Object.entries(listeners)) {
    source.addEventListener(type, (event) => listener(event.data, event));
  }
  return source;
}

/** Posts an object; what the server objects to is shown in #problem. Answers whether it was taken. */
async function post(path, object) {
  const problem = document.getElementById("problem");
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(object),
    });
    problem.textContent = response.ok ? "" : await response.text();
    return response.ok;
  } catch (e) {
    problem.textContent = "The server cannot be reached.";
    return false;
  }
}
