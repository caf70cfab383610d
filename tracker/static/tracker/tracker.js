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

document.addEventListener("keydown", (event) => {
  const deed = KEYS[event.key];
  if (!deed || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || keysDialog.open) return;
  event.preventDefault();
  deed();
});

for (const button of document.querySelectorAll("[data-keys]")) {
  button.hidden = false;
  button.addEventListener("click", () => keysDialog.showModal());
}
