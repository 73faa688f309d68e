/* Keys for the counter. Everything they do is on the page as a link, a button or a field, so the page works without them.

   data-key="e"      pressing e clicks the button or link, or goes to the field; names as KeyboardEvent.key has them.
                     In the line that has the focus first, then anywhere on the page.
   data-lines        a list: j and k go from one data-line to the next, to its element with data-key="Enter"
   <dialog data-keys>  the help, opened by "?" and by any data-open-keys; a checkbox data-keys-on in it turns the keys off
                     (somebody who speaks to the computer needs that), which this browser remembers. */
"use strict";

(() => {
  const NAME = "toonbank-keys";
  const help = document.querySelector("dialog[data-keys]");
  const remembered = () => { try { return localStorage.getItem(NAME); } catch { return null; } };
  let areOn = remembered() !== "off";

  const isTyping = (element) => element.closest?.("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
  const isThere = (element) => element.getClientRects().length > 0 || element.closest("details:not([open])") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    if (isTyping(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!areOn) return;
    if (event.key === "?" && help) { event.preventDefault(); help.showModal(); return; }
    if (event.key === "j" || event.key === "k") { if (step(event.key === "j" ? 1 : -1)) event.preventDefault(); return; }
    // Enter on something with the focus is the browser's own affair.
    if (event.key === "Enter" || event.key === " ") return;
    const found = wanted(event.key);
    if (!found) return;
    event.preventDefault();
    press(found);
  });

  function wanted(key) {
    const chosen = `[data-key="${CSS.escape(key)}"]`;
    const line = document.activeElement?.closest("[data-line]");
    const inLine = line && [...line.querySelectorAll(chosen)].find(isThere);
    return inLine || [...document.querySelectorAll(chosen)].find((one) => !one.closest("[data-line]") && isThere(one));
  }

  function press(element) {
    const folded = element.closest("details:not([open])");
    if (folded && element.tagName !== "SUMMARY") folded.open = true;
    element.focus();
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)) { element.select?.(); return; }
    element.click();
    if (element.tagName === "SUMMARY") element.parentElement.querySelector("button, a, input:not([type=hidden]), select")?.focus();
  }

  function step(by) {
    const lines = [...document.querySelectorAll("[data-lines] [data-line]")];
    if (!lines.length) return false;
    const now = lines.indexOf(document.activeElement?.closest("[data-line]"));
    const next = lines[now < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(Math.max(now + by, 0), lines.length - 1)];
    const way = next.querySelector('[data-key="Enter"]');
    if (!way) return false;
    way.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  }

  for (const opener of document.querySelectorAll("[data-open-keys]")) {
    opener.hidden = !help;
    opener.addEventListener("click", () => help?.showModal());
  }
  const box = help?.querySelector("[data-keys-on]");
  if (box) {
    box.checked = areOn;
    box.addEventListener("change", () => {
      areOn = box.checked;
      try { localStorage.setItem(NAME, areOn ? "on" : "off"); } catch { /* this visit only */ }
    });
  }
})();
