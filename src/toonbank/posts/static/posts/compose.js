/* Writing: small help that the page does well without. It mends in place (and undo brings the old words back), keeps
   what was not saved from being lost, keeps the hand where it was, and lets the field grow in browsers that cannot do
   so themselves. */
"use strict";

(() => {
  const form = document.getElementById("drafting");
  const panel = document.getElementById("findings");
  if (!form || !panel) return;

  let changed = form.hasAttribute("data-changed");
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  // On a slow line somebody types before the scripts are there: that is looked at like what is typed after.
  document.addEventListener("htmx:load", () => {
    const typed = [...form.querySelectorAll("textarea")].filter((field) => field.value !== field.defaultValue);
    for (const field of typed) field.dispatchEvent(new Event("input", { bubbles: true }));
  }, { once: true });
  window.addEventListener("beforeunload", (event) => {
    if (!changed || !form.dataset.unsaved) return; // an answer is kept while it is typed
    event.preventDefault();
    event.returnValue = form.dataset.unsaved;
  });

  // A reason or a count is typed inside the panel: that is no reason to judge the text again and fold the panel up.
  for (const name of ["input", "change"]) {
    panel.addEventListener(name, (event) => { changed = true; event.stopPropagation(); });
  }

  // New findings wait while a hand is among the old ones: neither the place nor a half-typed reason may vanish under it.
  let isOld = false;
  panel.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.target !== panel || !panel.contains(document.activeElement)) return;
    detail.swapOverride = "none";
    isOld = true;
  });
  panel.addEventListener("focusout", (event) => {
    if (!isOld || panel.contains(event.relatedTarget)) return;
    isOld = false;
    form.dispatchEvent(new Event("input"));
  });

  // The row with the buttons is renewed with the findings. A press that has begun there must end there, and the focus
  // must not fall away: what says the same stays as it is, and so does what is being pressed.
  let wasThere = false;
  form.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    const { target, fragment } = detail;
    if (target.matches(":active") || fragment.firstElementChild?.isEqualNode(target)) detail.shouldSwap = false;
    else if (target.id === "next-step") wasThere = target.contains(document.activeElement);
  });
  panel.addEventListener("htmx:afterOnLoad", () => {
    if (wasThere && document.activeElement === document.body) document.getElementById("next-step").focus();
    wasThere = false;
  });

  // Whether the last look at the text was answered; if not, say so in words, until one is.
  const line = document.getElementById("line");
  const tell = (news) => { for (const note of line.children) note.hidden = note.dataset.when !== news; };
  for (const trouble of ["htmx:sendError", "htmx:timeout"]) panel.addEventListener(trouble, () => tell("down"));
  panel.addEventListener("htmx:responseError", ({ detail }) => tell(detail.xhr.status === 401 ? "signed-out" : "down"));
  panel.addEventListener("htmx:afterOnLoad", ({ detail }) => { if (detail.xhr.status < 400) tell(""); });

  // Python counts characters, JavaScript counts halves of some of them.
  const place = (text, count) => [...text].slice(0, count).join("").length;

  panel.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=mend]");
    if (!button) return;
    const field = document.getElementById(button.dataset.field);
    const start = place(field.value, Number(button.dataset.start));
    const end = place(field.value, Number(button.dataset.end));
    event.preventDefault();
    if (field.value.slice(start, end) !== button.dataset.words) {
      field.focus();
      field.dispatchEvent(new Event("input", { bubbles: true })); // typed on since: look again first
      return;
    }
    field.closest("details")?.setAttribute("open", "");
    field.focus();
    field.setSelectionRange(...around(field.value, start, end, button.dataset.text));
    // The old way of writing is the only one that undo knows.
    const words = button.dataset.text;
    const done = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
    if (!done) {
      field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  /* Where words are taken away, no double space and no space before a full stop stays behind. */
  function around(text, start, end, words) {
    if (words) return [start, end];
    const opens = start === 0 || " \n".includes(text[start - 1]);
    if (opens && text[end] === " ") return [start, end + 1];
    if (start > 0 && text[start - 1] === " " && ".,!?".includes(text[end] || "x")) return [start - 1, end];
    return [start, end];
  }

  if (!CSS.supports("field-sizing", "content")) {
    const grow = (field) => { field.style.height = "auto"; field.style.height = `${field.scrollHeight}px`; };
    for (const field of form.querySelectorAll("textarea")) {
      grow(field);
      field.addEventListener("input", () => grow(field));
    }
  }
})();
