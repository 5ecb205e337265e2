// A class that runs: its time goes down, its wall is read anew.
const at = (id, page = document) => page.getElementById(id);
const clock = at("class-time");
let left, from;
const tick = () => {
  const s = Math.ceil((left - performance.now() + from) / 1000);
  if (s > 0) clock.textContent = `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
};
const set = (time) => {
  left = +time.dataset.left;
  from = performance.now();
  clock.textContent = time.textContent;
  tick();
};
const read = async () => {
  const answer = await fetch(location.href).catch(() => null);
  at("class-stale").hidden = answer?.ok;
  // Who may not read it any more is told by the page itself.
  if (answer && !answer.ok && answer.status < 500) return location.reload();
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!at("class-time", page)) return location.reload();
  set(at("class-time", page));
  const wall = at("class-wall"), next = at("class-wall", page);
  if (!wall.contains(document.activeElement) && wall.innerHTML !== next.innerHTML) wall.replaceWith(next);
};
set(clock);
setInterval(tick, 1000);
setInterval(read, 10000);
