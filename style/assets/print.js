// A button that carries data-print prints the page; it shows itself once it can.
for (const way of document.querySelectorAll("[data-print]")) {
  way.hidden = false;
  way.addEventListener("click", () => window.print());
}
