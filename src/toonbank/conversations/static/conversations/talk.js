/* Small help on the page of a conversation: a saved reply comes into the answer where the cursor stands, Ctrl+Enter sends,
   and words that are typed are kept in time when the page is left. All of it is there without this script too. */
"use strict";

(() => {
  const composing = document.getElementById("composing");
  const field = () => composing?.querySelector("textarea[name=text], textarea");

  // Begin with a saved reply: behind what stands there, in a way that undo knows.
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-pick]");
    const answer = field();
    if (!form || !answer) return;
    event.preventDefault();
    const words = form.querySelector("[data-words]").dataset.words;
    const before = answer.value.trim() ? `${answer.value.trimEnd()}\n\n` : "";
    answer.focus();
    answer.setSelectionRange(before ? before.trimEnd().length : 0, answer.value.length);
    const typed = (before ? "\n\n" : "") + words;
    if (!document.execCommand("insertText", false, typed)) {
      answer.value = before + words;
      answer.dispatchEvent(new Event("input", { bubbles: true }));
    }
    form.closest("details")?.removeAttribute("open");
    const used = new FormData(form);
    fetch(form.action, { method: "POST", body: used, headers: { "HX-Request": "true" } }).catch(() => {});
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const form = event.target.closest("textarea")?.form;
    if (!form) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("button[data-send], button[name=do][value=send]") || undefined);
  });

  // Who leaves in the second before words are kept loses nothing: they are given along, so nobody is asked whether to stay.
  let isSent = false;
  let kept = field()?.defaultValue ?? "";
  composing?.addEventListener("submit", () => { isSent = true; });
  composing?.addEventListener("htmx:afterRequest", ({ detail }) => { if (detail.elt === composing && detail.successful) kept = field()?.value ?? kept; });
  window.addEventListener("beforeunload", (event) => { if (composing) event.stopImmediatePropagation(); });
  window.addEventListener("pagehide", () => {
    const answer = field();
    if (isSent || !answer?.form || answer.value === kept) return;
    navigator.sendBeacon(composing.getAttribute("hx-post"), new FormData(answer.form));
  });

  // On a telephone the address says which part is shown; who hears the page is told the same.
  const tabs = [...document.querySelectorAll(".desk-tabs a[href^='#']")];
  const tell = () => {
    const here = tabs.find((tab) => tab.hash === location.hash) ?? tabs[0];
    for (const tab of tabs) { if (tab === here) tab.setAttribute("aria-current", "true"); else tab.removeAttribute("aria-current"); }
  };
  window.addEventListener("hashchange", tell);
  if (tabs.length) tell();
})();
