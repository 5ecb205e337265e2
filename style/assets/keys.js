// A letter presses what carries it as data-key: J and K go along the mentor's list, D resolves. It rests while somebody types.
document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("textarea, select, input:not([type=checkbox]):not([type=radio])");
  if (typing || event.ctrlKey || event.altKey || event.metaKey || !/^[a-z]$/i.test(event.key)) return;
  const way = document.querySelector(`[data-key="${event.key.toLowerCase()}"]`);
  if (way) {
    event.preventDefault();
    way.click();
  }
});
