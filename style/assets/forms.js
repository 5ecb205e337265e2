// The forms of a still page: a button that was pressed says so and a second press does nothing; without network the form stays as it is
// and says that nothing is lost; leaving typed words asks first. Every form works without this file. It also asks the browser to keep the
// worker that says so when a page is asked for without network.
const { offline, sending, missing } = document.currentScript.dataset;
let going, passed, told;
// A form that came back holds words that the server does not have; its page is the answer to a form, so it takes its own address back.
const returned = document.querySelector("form input[name=page]");
if (returned) history.replaceState(null, "", returned.value);
const typed = (form) => form === returned?.form || [...form.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);
const rest = () => {
  going?.querySelector(".button-face")?.classList.remove("button-face-hidden");
  going?.querySelector(".button-busy")?.remove();
  going = passed = undefined;
};
const reached = () =>
  navigator.onLine && fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout?.(9000) }).then((answer) => answer.ok, () => false);
addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (form.method !== "post" || passed) return;
  if (going) return event.preventDefault();
  going = submitter ?? form;
  told?.remove();
  const face = submitter?.querySelector(".button-face");
  if (face) {
    face.classList.add("button-face-hidden");
    face.insertAdjacentHTML("afterend", '<span class="button-busy" role="status"></span>');
    face.nextSibling.textContent = sending;
  }
  setTimeout(rest, 20000);
  if (navigator.onLine && !typed(form)) return;
  event.preventDefault();
  if (await reached()) {
    passed = true;
    return form.requestSubmit(submitter);
  }
  rest();
  told = document.createElement("p");
  told.className = "form-says";
  told.role = "alert";
  told.textContent = offline;
  form.append(told);
});
// The browser's own words for a field that was left empty are in its language, not in the page's.
addEventListener("invalid", ({ target }) => {
  if (target.validity.valueMissing) target.setCustomValidity(missing);
}, true);
addEventListener("input", ({ target }) => {
  for (const field of target.form?.elements ?? []) field.setCustomValidity?.("");
});
navigator.serviceWorker?.register("/worker.js").catch(() => {});
addEventListener("pageshow", rest);
addEventListener("beforeunload", (event) => {
  if (!going && [...document.forms].some(typed)) event.preventDefault();
});
