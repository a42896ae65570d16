/* A button that copies the text beside it. Without it the text is marked and copied by hand. */
"use strict";

async function copy(button) {
  const section = button.closest("section");
  const text = section.querySelector("textarea");
  const status = section.querySelector("[data-copied]");
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    // On a page without https the clipboard is closed: the marked text is copied the old way.
    if (!document.execCommand("copy")) return;
  }
  status.textContent = status.dataset.copied;
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
