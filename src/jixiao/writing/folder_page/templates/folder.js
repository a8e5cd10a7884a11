(() => {
"use strict";
const get = id => document.getElementById(id);
const bar = get("filters"), shown = get("shown"), opener = get("open");
const groups = [...document.querySelectorAll("details.who")];
const rows = [...document.querySelectorAll("tr[data-s]")];
const lists = [...document.querySelectorAll("section[data-list]")];
const textOf = new Map(), groupOf = new Map();

function read() {  // when first asked for, so that the page is there at once
  if (textOf.size) return;
  for (const one of groups) {
    textOf.set(one, one.textContent.toLowerCase());
    groupOf.set(one.querySelector(".cards").id, one);
  }
  for (const one of rows) {
    const group = groupOf.get(one.dataset.g);
    textOf.set(one, one.textContent.toLowerCase() + (group ? textOf.get(group) : ""));
  }
}

const chosen = id => { const field = get(id); return field ? field.value : "*"; };

function apply() {
  read();
  const words = get("q").value.toLowerCase().split(/\s+/).filter(Boolean);
  const office = chosen("o"), state = chosen("s"), code = chosen("c");
  const has = (one, codes) =>
    (office === "*" || one.dataset.o === office) &&
    (state === "*" || one.dataset.s === state || (state === "passed" && one.dataset.s === "look")) &&
    (code === "*" || codes.includes(code)) &&
    words.every(word => textOf.get(one).includes(word));
  const codesOf = group => group ? group.dataset.c.split(" ") : [];
  for (const one of groups) {
    one.hidden = !has(one, codesOf(one));
    for (const card of one.querySelectorAll(":scope > .cards > .card")) {
      const codes = [...card.querySelectorAll("header .code")].map(mark => mark.textContent);
      card.hidden = code !== "*" && !codes.includes(code);
    }
  }
  for (const one of rows) one.hidden = !has(one, codesOf(groupOf.get(one.dataset.g)));
  for (const list of lists) {
    const none = list.querySelector(".none");
    if (none) none.hidden = Boolean(list.querySelector("[data-s]:not([hidden])"));
  }
  const isFiltered = words.length > 0 || [office, state, code].some(one => one !== "*");
  const found = rows.filter(one => !one.hidden).length;
  shown.textContent = isFiltered
    ? bar.dataset.shown.replace("#", found).replace("%", rows.length) : "";
  const visible = groups.filter(one => !one.hidden);
  if (isFiltered && visible.length <= 10 && (words.length || code !== "*"))
    for (const one of visible) one.open = true;
}

function clear() {
  get("q").value = "";
  for (const field of ["o", "s", "c"].map(get)) if (field) field.value = "*";
}

function reveal() {
  const target = location.hash ? get(decodeURIComponent(location.hash.slice(1))) : null;
  const group = target && target.closest("details.who");
  if (!group) return;
  if (group.hidden) { clear(); apply(); }
  group.open = true;
  target.scrollIntoView();
  group.querySelector("summary").focus({preventScroll: true});
}

function sort(table, at, button) {
  const head = button.closest("th");
  const falls = head.getAttribute("aria-sort") === "ascending";
  for (const one of table.tHead.rows[0].cells) one.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", falls ? "descending" : "ascending");
  const key = row => row.cells[at].textContent.trim();
  const number = text => text === "" || text === "—" ? NaN : Number(text);
  const compare = (a, b) => {
    const x = number(a), y = number(b);
    if (!isNaN(x) && !isNaN(y)) return falls ? y - x : x - y;
    if (!isNaN(x) || !isNaN(y)) return isNaN(x) ? 1 : -1;
    return falls ? b.localeCompare(a, "zh") : a.localeCompare(b, "zh");
  };
  const body = table.tBodies[0];
  const keyed = [...body.rows].map(row => [key(row), row]);
  keyed.sort((a, b) => compare(a[0], b[0]));
  body.append(...keyed.map(pair => pair[1]));
}

for (const table of document.querySelectorAll("table.sortable"))
  [...table.tHead.rows[0].cells].forEach((head, at) => {
    if (head.classList.contains("copy")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(table, at, button));
  });
for (const link of document.querySelectorAll("a[data-state]"))
  link.addEventListener("click", () => {
    clear();
    get("s").value = link.dataset.state;
    apply();
  });
bar.hidden = false;
bar.addEventListener("input", apply);
bar.addEventListener("submit", event => event.preventDefault());
bar.addEventListener("reset", event => { event.preventDefault(); clear(); apply(); });
opener.addEventListener("click", () => {
  const visible = groups.filter(one => !one.hidden);
  const opens = visible.some(one => !one.open);
  for (const one of visible) one.open = opens;
});
addEventListener("hashchange", reveal);
reveal();
})();
