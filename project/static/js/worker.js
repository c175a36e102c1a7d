// The service worker: keeps the shell of screens that must open without signal. Never a name, never an answer of the
// server about people; those live in the memory of the page (outbox.js). Each kind of shell is registered on the server.
// `SHELL` stands in front of this text: {version, pages, files, static}. Without pages it takes itself away.

const CACHE = `balai-${SHELL.version}`;
const PATIENCE_MS = 3_000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(SHELL.files))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const older = (await caches.keys()).filter((name) => name.startsWith("balai-") && name !== CACHE);
      if (!SHELL.pages.length) {
        await Promise.all(older.map((name) => caches.delete(name)));
        return self.registration.unregister();
      }
      await self.clients.claim();
      // What this device opened before must open in the hall too. Until the new shell is here, the old one stays.
      const open = (await self.clients.matchAll({ type: "window" })).map((client) => new URL(client.url).pathname);
      let whole = true;
      for (const page of SHELL.pages) {
        if (!open.includes(page) && !(await caches.match(page))) continue;
        const answer = await keep(page).catch(() => null);
        whole &&= Boolean(answer?.ok);
      }
      if (whole) await Promise.all(older.map((name) => caches.delete(name)));
    })(),
  );
});

// Only the shell itself: a page that asks to sign in is none.
async function keep(path) {
  const answer = await fetch(path, { redirect: "manual", credentials: "same-origin" });
  if (answer.ok && answer.type === "basic") await (await caches.open(CACHE)).put(path, answer.clone());
  return answer;
}

async function shell(request, path) {
  const kept = (await caches.match(path, { cacheName: CACHE })) ?? (await caches.match(path));
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok && answer.type === "basic" && !answer.redirected) await (await caches.open(CACHE)).put(path, answer.clone());
    return answer;
  });
  if (!kept) return fresh;
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  return Promise.race([fresh.then((answer) => (answer.status >= 500 ? kept : answer), () => kept), patience]);
}

// Lists of names are not kept longer than a day after their session, whoever opens whatever here (outbox.js forgets them
// earlier where it can ask). A memory that is not there is not made.
const KEEP_MS = 24 * 3_600_000;

function forgetOld() {
  return new Promise((resolve) => {
    const opening = indexedDB.open("balai");
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = (event) => { event.preventDefault(); resolve(); };
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction("lists", "readwrite");
      transaction.oncomplete = transaction.onabort = () => { database.close(); resolve(); };
      transaction.objectStore("lists").openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        if (Date.now() + cursor.value.offset - Date.parse(cursor.value.session.ends) > KEEP_MS) cursor.delete();
        cursor.continue();
      };
    };
  });
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.waitUntil(forgetOld());
  if (request.mode === "navigate" && SHELL.pages.includes(pathname)) event.respondWith(shell(request, pathname));
  else if (pathname.startsWith(SHELL.static)) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});
