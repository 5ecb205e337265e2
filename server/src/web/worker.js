// Answers a page that is asked for without a network with one that says so. It keeps that one page and nothing else: what people wrote
// never lies in it.
const PAGE = "/offline";
const STORE = "fikra-offline";

const kept = async () => (await caches.open(STORE)).match(PAGE);

const keep = async () => {
  const page = await fetch(PAGE, { cache: "no-store" });
  if (page.ok) await (await caches.open(STORE)).put(PAGE, page);
};

// The page is kept in the language that was read last.
const follow = async (answer) => {
  const lang = answer.headers.get("content-language");
  if (lang && (await kept())?.headers.get("content-language") !== lang) await keep();
};

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(registration.navigationPreload?.enable()));
addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  const answer = (async () => {
    try {
      return (await event.preloadResponse) ?? (await fetch(event.request));
    } catch {
      return (await kept()) ?? Response.error();
    }
  })();
  event.respondWith(answer);
  event.waitUntil(answer.then(follow).catch(() => {}));
});
