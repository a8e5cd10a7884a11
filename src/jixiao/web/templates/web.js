"use strict";
document.documentElement.classList.add("scripted");
for (const one of document.querySelectorAll(".only-script")) one.hidden = false;

// Choosing a file sends it; no second click is needed.
for (const input of document.querySelectorAll(".again input[type=file]"))
  input.addEventListener("change", () => input.files.length && input.form.submit());

// Files and folders that are dropped, or chosen.
const drop = document.getElementById("drop");
if (drop) {
  const said = document.getElementById("sending");
  const roster = drop.elements.roster;
  const listed = (reader) => new Promise((done, fail) => reader.readEntries(done, fail));
  const fileOf = (entry) => new Promise((done, fail) => entry.file(done, fail));
  async function below(entry, path, found) {
    if (entry.isFile) { found.push([await fileOf(entry), path + entry.name]); return; }
    const reader = entry.createReader();
    for (let some = await listed(reader); some.length; some = await listed(reader))
      for (const one of some) await below(one, path + entry.name + "/", found);
  }
  async function send(files) {
    if (!files.length) return;
    const form = new FormData();
    for (const [file, name] of files) form.append("files", file, name);
    if (roster.files.length) form.append("roster", roster.files[0]);
    said.textContent = said.dataset.sending;
    try {
      const answer = await fetch("/runs", {method: "POST", body: form, headers: {Accept: "application/json"}});
      if (!answer.ok) throw new Error(await answer.text());
      location.assign((await answer.json()).page);
    } catch (trouble) { said.textContent = said.dataset.failed + " " + trouble.message; }
  }
  for (const input of drop.querySelectorAll("input[name=files]"))
    input.addEventListener("change", () =>
      send([...input.files].map((file) => [file, file.webkitRelativePath || file.name])));
  const stay = (event) => event.preventDefault();
  addEventListener("dragover", (event) => { stay(event); drop.classList.add("over"); });
  addEventListener("dragleave", () => drop.classList.remove("over"));
  addEventListener("drop", async (event) => {
    stay(event);
    drop.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    const found = [];
    for (const entry of entries) await below(entry, "", found);
    await send(found.length ? found : [...event.dataTransfer.files].map((file) => [file, file.name]));
  });
}

// How far a run is.
const working = document.getElementById("working");
if (working) {
  const bar = document.getElementById("bar");
  const source = new EventSource("/runs/" + working.dataset.run + "/events");
  source.onmessage = (event) => {
    const now = JSON.parse(event.data);
    if (now.over) { source.close(); location.reload(); return; }
    if (now.total) { bar.max = now.total; bar.value = now.done; }
    const left = now.remaining === null ? "" : working.dataset.remaining.replace("…", now.remaining);
    document.getElementById("said").textContent = now.done + "/" + now.total + " " + left;
    document.getElementById("current").textContent = now.current;
  };
}

// A rulebook as it is typed.
const text = document.getElementById("text");
if (text) {
  const verdict = document.getElementById("verdict");
  const problems = document.getElementById("problems");
  const prose = document.getElementById("prose");
  let waiting = 0;
  let asked = 0;
  function goTo(line) {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + lines[line - 1].length);
    text.scrollTop = (line - 5) * parseFloat(getComputedStyle(text).lineHeight);
  }
  async function check() {
    if (!text.value.trim()) return;
    const mine = ++asked;
    const answer = await fetch("/rulebook/check", {method: "POST", body: text.value});
    if (!answer.ok || mine !== asked) return;
    const found = await answer.json();
    const told = [...found.problems, ...(found.hints || [])];
    verdict.textContent = found.problems.length
      ? text.dataset.problems.replace("…", found.problems.length) : text.dataset.good;
    problems.replaceChildren(...told.map((one) => {
      const item = document.createElement("li");
      if (one.line) {
        const link = document.createElement("button");
        link.type = "button";
        link.className = "button";
        link.textContent = text.dataset.line.replace("…", one.line);
        link.addEventListener("click", () => goTo(one.line));
        item.append(link, " ");
      }
      item.append(one.text);
      return item;
    }));
    prose.textContent = found.page;
  }
  text.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(check, 400); });
  document.getElementById("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text.value], {type: "text/plain"}));
    link.download = (/^id\s*=\s*"([\w-]+)"/m.exec(text.value) || [0, "rulebook"])[1] + ".toml";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  check();
}
