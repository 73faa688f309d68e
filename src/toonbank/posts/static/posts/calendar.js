/* Drag a post to another day. The form of its day does the work, so that it can be done without dragging too. */
"use strict";

(() => {
  const month = document.querySelector(".month");
  if (!month) return;
  let held = null;

  document.addEventListener("dragstart", (event) => {
    const line = event.target.closest?.("[data-move]");
    if (!line) return;
    held = line.dataset.move;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held);
  });
  document.addEventListener("dragend", () => { held = null; clear(); });

  month.addEventListener("dragover", (event) => {
    const day = event.target.closest("td[data-day]");
    if (!held || !day || !day.hasAttribute("data-open")) return;
    event.preventDefault();
    clear();
    day.classList.add("over");
  });
  month.addEventListener("drop", (event) => {
    const day = event.target.closest("td[data-day]");
    const form = held && document.getElementById(held);
    if (!day || !form || !day.hasAttribute("data-open")) return;
    event.preventDefault();
    form.elements.day.value = day.dataset.day;
    form.elements.same_hour.value = "yes";
    form.submit();
  });

  function clear() {
    for (const day of month.querySelectorAll(".over")) day.classList.remove("over");
  }
})();
