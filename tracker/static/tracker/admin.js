// What the admin's own scripts leave out for people who hear or type their way.
// The boxes that find rows by name are drawn by a script that leaves them nameless. Give each the name of
// the field it stands for, so that a screen reader says "Verb, encourage" and not "encourage" alone.
(() => {
  const nameOf = (select) => {
    const label = select.id && document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    const words = label ? label.textContent : select.getAttribute("aria-label");
    return (words || "Choose").trim().replace(/:$/, "");
  };

  const nameBox = (select) => {
    const box = select.nextElementSibling?.querySelector(".select2-selection");
    if (!box || box.hasAttribute("aria-label")) return;
    const shown = box.querySelector(".select2-selection__rendered");
    box.id = `${select.id}-box`;
    box.setAttribute("aria-label", nameOf(select));
    if (shown?.id) {
      shown.removeAttribute("role");
      shown.removeAttribute("aria-readonly");
      box.setAttribute("aria-labelledby", `${box.id} ${shown.id}`);
    }
    box.querySelector(".select2-search__field")?.setAttribute("aria-label", nameOf(select));
  };

  const nameAll = () => {
    document.querySelectorAll("select.select2-hidden-accessible").forEach(nameBox);
    document.querySelectorAll(".select2-search__field:not([aria-label])").forEach((field) => {
      field.setAttribute("aria-label", "Type a part of the name");
    });
  };

  // A table wider than the window scrolls; without this no key would reach it.
  const reachWideTables = () => {
    document.querySelectorAll(".inline-group").forEach((group) => {
      if (group.scrollWidth > group.clientWidth) group.tabIndex = 0;
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    nameAll();
    reachWideTables();
    new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
  });
})();
