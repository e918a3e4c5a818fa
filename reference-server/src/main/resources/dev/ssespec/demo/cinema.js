"use strict";
const log = document.getElementById("log");
const programme = document.getElementById("programme");
const fields = Object.fromEntries(
  ["id", "film", "hall", "starts", "seats"].map((name) => [name, document.getElementById(name)]),
);
const rows = new Map();

function button(label, about, action) {
  const made = element("button", "", label);
  made.type = "button";
  made.setAttribute("aria-label", label + " " + about);
  made.addEventListener("click", action);
  return made;
}

function show(one) {
  const row = element("tr", "changed");
  for (const name of ["film", "hall", "starts"]) row.append(element("td", "", one[name]));
  row.append(element("td", "number", String(one.seats)));
  row.append(
    element(
      "td",
      "",
      button("Edit", one.film, () => pick(one)),
      " ",
      button("Cancel", one.film, () => post("/cinema/show", { id: one.id, cancelled: true })),
    ),
  );
  const old = rows.get(one.id);
  const focused = old && old.contains(document.activeElement) ? document.activeElement : null;
  const at = focused ? [...old.querySelectorAll("button")].indexOf(focused) : -1;
  if (old) old.replaceWith(row);
  else programme.append(row);
  rows.set(one.id, row);
  if (at >= 0) row.querySelectorAll("button")[at].focus();
  setTimeout(() => row.classList.remove("changed"), 700);
}

function pick(one) {
  for (const [name, field] of Object.entries(fields)) field.value = one ? one[name] : "";
  fields.seats.disabled = !one;
  if (!one) fields.seats.value = 60;
  document.getElementById("save").textContent = one ? "Save" : "Add";
  document.getElementById("fresh").hidden = !one;
  fields.film.focus();
}

openStream("/cinema/stream", {
  programme: (data) => {
    rows.clear();
    programme.replaceChildren();
    JSON.parse(data).forEach(show);
    addEvent(log, "programme", rows.size + " showings");
  },
  showtime: (data) => {
    show(JSON.parse(data));
    addEvent(log, "showtime", data);
  },
  cancelled: (data) => {
    const gone = rows.get(JSON.parse(data).id);
    if (gone) gone.remove();
    rows.delete(JSON.parse(data).id);
    addEvent(log, "cancelled", data);
  },
});

document.getElementById("fresh").addEventListener("click", () => pick(null));
document.getElementById("edit").addEventListener("submit", async (event) => {
  event.preventDefault();
  const wish = { film: fields.film.value, hall: fields.hall.value, starts: fields.starts.value };
  if (fields.id.value) {
    wish.id = Number(fields.id.value);
    wish.seats = Number(fields.seats.value);
  }
  if (await post("/cinema/show", wish)) pick(null);
});
