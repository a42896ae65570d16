/* Lists to choose from get a box to type in; without JavaScript they stay plain lists. */
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const $ = django.jQuery;
  $("select.searchable").each((_, select) => {
    $(select).select2({ theme: "admin-autocomplete", width: "100%" });
  });
});
