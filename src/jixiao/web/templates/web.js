"use strict";
document.documentElement.classList.add("scripted");
for (const one of document.querySelectorAll(".only-script")) one.hidden = false;

// Choosing a file sends it; no second click is needed.
for (const input of document.querySelectorAll(".again input[type=file]"))
  input.addEventListener("change", () => input.files.length && input.form.submit());

// A code on a card leads to its explanation.
for (const code of document.querySelectorAll(".card header > .code")) {
  const link = document.createElement("a");
  link.href = "/explain?q=" + encodeURIComponent(code.textContent);
  link.className = "code";
  link.textContent = code.textContent;
  code.replaceWith(link);
}

// Files and folders that are dropped, or chosen. Dropped on a result, they are the mended return;
// dropped on the editor, the form to draft from.
const drop = document.getElementById("drop");
const said = document.getElementById("sending");
const listed = (reader) => new Promise((done, fail) => reader.readEntries(done, fail));
const fileOf = (entry) => new Promise((done, fail) => entry.file(done, fail));
async function below(entry, path, found) {
  if (entry.isFile) { found.push([await fileOf(entry), path + entry.name]); return; }
  const reader = entry.createReader();
  for (let some = await listed(reader); some.length; some = await listed(reader))
    for (const one of some) await below(one, path + entry.name + "/", found);
}
function tell(text) { said.textContent = text; said.hidden = false; }
async function send(files) {
  if (!files.length) return;
  const form = new FormData();
  for (const [file, name] of files) form.append("files", file, name);
  const roster = drop && drop.elements.roster.files[0];
  if (roster) form.append("roster", roster);
  const deadline = drop && drop.elements.deadline.value;
  if (deadline) form.append("deadline", deadline);
  const again = document.querySelector("#again [name=again]");
  if (again && files.length === 1) form.append("again", again.value);
  tell(said.dataset.sending);
  let answer;
  try {
    answer = await fetch("/runs", {method: "POST", body: form, headers: {Accept: "application/json"}});
  } catch { tell(said.dataset.unreachable); return; }
  if (!answer.ok) { tell(said.dataset.failed + " " + (await answer.text()).slice(0, 300)); return; }
  location.assign((await answer.json()).page);
}
for (const input of document.querySelectorAll("#drop input[name=files]"))
  input.addEventListener("change", () =>
    send([...input.files].map((file) => [file, file.webkitRelativePath || file.name])));
const hasFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
addEventListener("dragover", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  document.body.classList.add("over");
});
addEventListener("dragleave", (event) => event.relatedTarget || document.body.classList.remove("over"));
addEventListener("drop", async (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  document.body.classList.remove("over");
  const draft = document.querySelector("#draft input[type=file]");
  if (draft) { draft.files = event.dataTransfer.files; draft.form.submit(); return; }
  const plain = [...event.dataTransfer.files].map((file) => [file, file.name]);
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  const found = [];
  for (const entry of entries) await below(entry, "", found);
  await send(found.length ? found : plain);
});

// How far a run is.
const working = document.getElementById("working");
if (working) {
  const bar = document.getElementById("bar");
  const state = document.getElementById("said");
  const source = new EventSource("/runs/" + working.dataset.run + "/events");
  source.onmessage = (event) => {
    const now = JSON.parse(event.data);
    if (now.over) { source.close(); location.reload(); return; }
    if (!now.total) return;
    bar.max = now.total;
    bar.value = now.done;
    const left = now.remaining === null ? "" : working.dataset.remaining.replace("…", now.remaining);
    state.textContent = working.dataset.done.replace("…", now.done + "/" + now.total) + " " + left;
    document.getElementById("current").textContent = now.current;
  };
  source.onerror = () => { if (source.readyState === 2) state.textContent = said.dataset.unreachable; };
}

// A rulebook as it is typed.
const text = document.getElementById("text");
if (text) {
  const [verdict, problems, prose, numbers] =
    ["verdict", "problems", "prose", "numbers"].map((id) => document.getElementById(id));
  let waiting = 0;
  let asked = 0;
  let wrong = new Set();
  let numbered = "";
  function number() {
    const count = text.value.split("\n").length;
    const state = count + ":" + [...wrong];
    if (state === numbered) return;  // most keys change neither
    numbered = state;
    numbers.replaceChildren(...Array.from({length: count}, (_, index) => {
      const line = document.createElement(wrong.has(index + 1) ? "b" : "span");
      line.textContent = index + 1 + "\n";
      return line;
    }));
    numbers.scrollTop = text.scrollTop;
  }
  function goTo(line) {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1] || "").length);
    text.scrollTop = (line - 5) * parseFloat(getComputedStyle(text).lineHeight);
  }
  function element(tag, content, kind) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(content);
    return made;
  }
  function listedProblem(one, kind) {
    const item = element("li", "", kind);
    if (one.line) {
      const link = element("button", text.dataset.line.replace("…", one.line), "link");
      link.type = "button";
      link.addEventListener("click", () => goTo(one.line));
      item.append(link, " ");
    }
    item.append(one.text);
    return item;
  }
  async function check() {
    const mine = ++asked;
    if (!text.value.trim()) { verdict.textContent = ""; return; }
    verdict.textContent = text.dataset.checking;
    let answer;
    try { answer = await fetch("/rulebook/check", {method: "POST", body: text.value}); }
    catch { verdict.textContent = text.dataset.unreachable; return; }
    if (mine !== asked) return;
    if (!answer.ok) { verdict.textContent = await answer.text(); return; }
    const found = await answer.json();
    if (mine !== asked) return;
    const bad = found.problems.length;
    verdict.className = "state " + (bad ? "mend" : "passed");
    verdict.textContent = bad ? text.dataset.problems.replace("…", bad)
      : text.dataset.good + (found.hints.length ? "　" + text.dataset.hints.replace("…", found.hints.length) : "");
    problems.replaceChildren(...found.problems.map((one) => listedProblem(one, "error")),
      ...found.hints.map((one) => listedProblem(one, "warning")));
    wrong = new Set(found.problems.map((one) => one.line));
    number();
    if (bad) return;  // what was read last stays to look at
    prose.hidden = false;
    prose.replaceChildren(...found.prose.map((one) => {
      const isPoint = one.tag === "li";
      const line = element(isPoint ? "p" : one.tag, "", isPoint ? "point" : "");
      if (one.label) line.append(element("span", one.label, "label"));
      line.append(one.text);
      return line;
    }));
  }
  text.addEventListener("input", () => { number(); clearTimeout(waiting); waiting = setTimeout(check, 300); });
  text.addEventListener("scroll", () => { numbers.scrollTop = text.scrollTop; });
  document.getElementById("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text.value], {type: "text/plain"}));
    link.download = (/^id\s*=\s*"([\w-]+)"/m.exec(text.value) || [0, "rulebook"])[1] + ".toml";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  number();
  check();
}
