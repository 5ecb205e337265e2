// What carries data-share hands that address to the phone's own way of sharing; a link that carries it copies the address where the phone
// has none, and goes on to the page with the square. What carries data-copy copies. Buttons show themselves once they can.
const copy = (text) => navigator.clipboard.writeText(text);
for (const way of document.querySelectorAll("[data-share]")) {
  if (way.localName === "button") way.hidden = !navigator.share;
  way.addEventListener("click", async (event) => {
    if (!navigator.share && !navigator.clipboard) return;
    event.preventDefault();
    const { share: url, title } = way.dataset;
    try {
      if (navigator.share) return await navigator.share({ title, url });
      await copy(url);
    } catch (fault) {
      if (fault.name === "AbortError") return;
    }
    if (way.href) location = way.href;
  });
}
for (const way of document.querySelectorAll("[data-copy]")) {
  way.hidden = !navigator.clipboard;
  way.addEventListener("click", async () => {
    await copy(way.dataset.copy);
    document.querySelector(".share-copied").hidden = false;
  });
}
document.getElementById("share-field")?.addEventListener("focus", (event) => event.target.select());
