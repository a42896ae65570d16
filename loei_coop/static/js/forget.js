/* At sign-out nothing of what was typed stays on the device. */
"use strict";

function forget() {
  Object.keys(localStorage)
    .filter((key) => key.startsWith("answer:"))
    .forEach((key) => localStorage.removeItem(key));
}

for (const form of document.querySelectorAll('form[action$="/logout/"]')) {
  form.addEventListener("submit", forget);
}
