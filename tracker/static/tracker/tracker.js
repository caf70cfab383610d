// Keys: "/" goes to search, "j" and "k" through the rows or paragraphs of the page, "?" shows the keys.
// Every page works without this file.
"use strict";

const STEPS = "[data-step], table tbody tr";

function typing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function goToSearch() {
  const field = document.querySelector("input[type=search]");
  const link = document.querySelector("nav a[href$='/search/']");
  if (field) field.focus();
  else if (link) link.click();
}

function step(by) {
  const steps = [...document.querySelectorAll(STEPS)].filter((el) => el.offsetParent !== null);
  if (!steps.length) return;
  const here = steps.findIndex((el) => el.classList.contains("at"));
  const next = steps[Math.min(steps.length - 1, Math.max(0, here + by))];
  steps.forEach((el) => el.classList.toggle("at", el === next));
  const link = next.querySelector("a[href]");
  if (next.hasAttribute("data-step")) next.focus({ preventScroll: true });
  else if (link) link.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

const keysDialog = document.getElementById("keys");
const KEYS = {
  "/": goToSearch,
  "j": () => step(1),
  "k": () => step(-1),
  "?": () => keysDialog.showModal(),
};

function press(button) {
  button.click();
  if (button.tagName === "SUMMARY") button.parentElement.querySelector("input:not([type=hidden])")?.focus();
}

document.addEventListener("keydown", (event) => {
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  // A key that the page gives to a button of its own means that button there.
  const deed = button ? () => press(button) : KEYS[event.key];
  if (!deed || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || keysDialog.open) return;
  event.preventDefault();
  deed();
});

for (const button of document.querySelectorAll("[data-keys]")) {
  button.hidden = false;
  button.addEventListener("click", () => keysDialog.showModal());
}

// The menu closes by Escape, which leaves the focus on its word, and when the focus goes elsewhere.
for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  const leave = (event) => { if (!menu.contains(event.target)) menu.open = false; };
  document.addEventListener("focusin", leave);
  document.addEventListener("pointerdown", leave);
}

// Reading view: what was read in the paragraph in view stands beside the text (the stylesheet places it).
const passages = [...document.querySelectorAll(".reading .passage[data-step]")];

function show(passage) {
  for (const each of passages) each.classList.toggle("here", each === passage);
}

function inView() {
  // The last paragraph that begins above the upper third; at the end of the page the last one.
  const line = window.innerHeight / 3;
  const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
  const above = passages.filter((each) => each.getBoundingClientRect().top <= line);
  show(atEnd && window.scrollY > 0 ? passages.at(-1) : above.at(-1) ?? passages[0]);
}

if (passages.length) {
  document.documentElement.classList.add("follows");
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; inView(); });
  }, { passive: true });
  for (const passage of passages) {
    passage.addEventListener("focusin", () => show(passage));
    passage.addEventListener("click", () => show(passage));
  }
  inView();
}

// A footnote opens in place; its own link still leads to the list at the end.
document.addEventListener("click", (event) => {
  const call = event.target.closest(".call a");
  if (!call) return;
  const text = document.querySelector(`${call.hash} .note-text`);
  if (!text) return;
  event.preventDefault();
  const open = call.parentElement.nextElementSibling;
  if (open?.classList.contains("note-open")) {
    open.remove();
    call.setAttribute("aria-expanded", "false");
    return;
  }
  const note = document.createElement("span");
  note.className = "note-open";
  note.setAttribute("role", "note");
  note.textContent = text.textContent;
  call.parentElement.after(note);
  call.setAttribute("aria-expanded", "true");
});

// Paper shows everything that is folded.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
});

// A file may be dropped anywhere on the area around its field.
for (const area of document.querySelectorAll("[data-drop]")) {
  const mark = (over) => (event) => { event.preventDefault(); area.classList.toggle("over", over); };
  area.addEventListener("dragover", mark(true));
  area.addEventListener("dragleave", mark(false));
  area.addEventListener("drop", (event) => {
    mark(false)(event);
    area.querySelector("input[type=file]").files = event.dataTransfer.files;
  });
}
