/* Shows beside the form of a release how its text will look, a moment after it was typed. Without
   it a button opens the same as a page. */
"use strict";

const PAUSE = 600; // milliseconds without a key
const TEXTS = ["title", "body", "title_en", "body_en"];

const place = document.querySelector("[data-preview-of]");
const form = place && place.closest("form");
let waiting;

async function show() {
  const data = new FormData();
  for (const name of ["csrfmiddlewaretoken", ...TEXTS]) {
    data.append(name, form.elements[name].value);
  }
  const headers = { "X-Requested-With": "XMLHttpRequest" };
  const options = { method: "POST", body: data, headers, credentials: "same-origin" };
  try {
    const response = await fetch(place.dataset.previewOf, options);
    // Washed on the server, as every visitor gets it.
    if (response.ok && !response.redirected) place.innerHTML = await response.text();
  } catch {
    // Without a line the last preview stays; the form keeps what was typed.
  }
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(show, PAUSE);
}

if (place) {
  for (const name of TEXTS) form.elements[name].addEventListener("input", soon);
  show();
}
