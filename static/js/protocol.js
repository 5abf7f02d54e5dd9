/* The protocol form: Enter moves to the next line, Shift+Enter back; the sum of the votes is live;
   whoever leaves with numbers that are not saved is asked first. Without this file Enter saves the
   unfinished entry, and the sum comes with the next page. The equations follow by htmx. */
"use strict";
(() => {
  const form = document.getElementById("protocol");
  if (!form) return;
  const fields = [...form.querySelectorAll(".line > input")];
  const votes = fields.filter((field) => field.name.startsWith("votes."));
  const together = document.getElementById("votes-together");
  const language = document.documentElement.lang || "kk";

  form.addEventListener("keydown", (event) => {
    const here = fields.indexOf(event.target);
    if (event.key !== "Enter" || here < 0) return;
    event.preventDefault();
    const next = fields[here + (event.shiftKey ? -1 : 1)];
    // Behind the last line stands saving: one Enter too many makes nothing definitive.
    (next || form.querySelector("button[value=save]")).focus();
    if (next) next.select();
  });

  let unsaved = false;
  form.addEventListener("submit", () => { unsaved = false; });
  window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

  form.addEventListener("input", (event) => {
    unsaved = true;
    if (!votes.includes(event.target)) return;
    const numbers = votes.map((field) => field.value.trim()).filter((text) => /^[0-9]{1,9}$/.test(text));
    const sum = numbers.reduce((total, text) => total + Number(text), 0);
    together.textContent = sum.toLocaleString(language);
  });
})();
