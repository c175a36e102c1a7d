// What a device keeps until the server has it: written before anything says "tersimpan", forgotten only when the server
// says that it has it, never sent in the name of somebody else.

const NAME = "balai";
const VERSION = 1;
const BATCH = 50;
export const KEPT = new Set(["diterapkan", "sudah_ada"]); // answers after which a note may be forgotten

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let opening = null;

// The device's memory: "outbox" for what is not sent, "lists" for what was read, "device" for its name.
export function memory() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("outbox", { keyPath: "id" });
      request.result.createObjectStore("lists", { keyPath: "id" });
      request.result.createObjectStore("device", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

export async function all(store) {
  return done((await memory()).transaction(store).objectStore(store).getAll());
}

export async function get(store, id) {
  return done((await memory()).transaction(store).objectStore(store).get(id));
}

// Resolves when it lies on the device, not when it was asked to.
function write(store, act) {
  return memory().then(
    (database) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(store, "readwrite", { durability: "strict" });
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
        act(transaction.objectStore(store));
      }),
  );
}

export const put = (store, value) => write(store, (place) => place.put(value));
export const remove = (store, id) => write(store, (place) => place.delete(id));
export const clear = (store) => write(store, (place) => place.clear());

// crypto.randomUUID is missing where the site is not yet served by HTTPS.
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

async function deviceName() {
  const known = await get("device", "name");
  if (known) return known.value;
  const value = uuid();
  await put("device", { id: "name", value });
  return value;
}

let order = 0;

// Keeps a note. `offline` is set when it could not be sent at once.
export async function keep(user, payload) {
  order = Math.max(order + 1, Date.now());
  const note = { id: payload.id, user, order, schema: 1, payload, state: "waiting", words: "" };
  await put("outbox", note);
  return note;
}

// Sends what waits, oldest first. Answers {sent, left, signIn, user}: `signIn` where somebody has to sign in again, `user` where
// another person is signed in than the one whose notes these are.
export async function send({ url, user, csrf, onAnswer = () => {} }) {
  for (;;) {
    const waiting = (await all("outbox"))
      .filter((note) => note.user === user && note.state === "waiting")
      .sort((a, b) => a.order - b.order)
      .slice(0, BATCH);
    if (!waiting.length) return { left: 0 };
    const body = JSON.stringify({ device: await deviceName(), user, now: new Date().toISOString(), notes: waiting.map((note) => note.payload) });
    let answer;
    try {
      answer = await fetch(url, {
        method: "POST",
        body,
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrf() },
      });
    } catch {
      await late(waiting);
      return { left: waiting.length, offline: true };
    }
    if (answer.status === 401 || answer.status === 403) return { left: waiting.length, signIn: true };
    if (answer.status === 409) return { left: waiting.length, otherUser: true };
    if (!answer.ok) {
      await late(waiting);
      if (answer.status !== 422) return { left: waiting.length, offline: true };
      return { left: waiting.length, refused: true };
    }
    const told = await answer.json();
    const known = new Map(told.answers.map((one) => [one.id, one]));
    let moved = 0;
    for (const note of waiting) {
      const one = known.get(note.id);
      if (!one) continue;
      moved += 1;
      if (KEPT.has(one.result)) await remove("outbox", note.id);
      else await put("outbox", { ...note, state: one.result, words: one.words, now: { status: one.status, heads: one.heads } });
      onAnswer(note, one);
    }
    if (!moved) return { left: waiting.length };
  }
}

// Whatever could not be sent at once is a note of somebody without signal: nobody could ask him.
async function late(notes) {
  for (const note of notes) {
    if (!note.payload.offline) await put("outbox", { ...note, payload: { ...note.payload, offline: true } });
  }
}

// Names leave the device with the session they belong to: a day after it at the latest, by the clock of the server that
// the list came from, also without signal (worker.js does that too); when it is
// closed and nothing about it waits any more; when it is not the task of whoever is signed in. `url` answers which may
// stay.
const KEEP_MS = 24 * 3_600_000;
const OVER = new Set(["ditutup", "disahkan"]);

export async function tidy(url) {
  const lists = [];
  for (const one of await all("lists")) {
    if (Date.now() + one.offset - Date.parse(one.session.ends) > KEEP_MS) await remove("lists", one.id);
    else lists.push(one);
  }
  if (!lists.length) return;
  const answer = await fetch(`${url}?${lists.map((one) => `sesi=${one.id}`).join("&")}`, { headers: { Accept: "application/json" }, cache: "no-store" }).catch(() => null);
  if (answer?.status === 401 || answer?.status === 403) return forgetLists();
  if (!answer?.ok) return; // no signal: the next time
  const { user, states } = await answer.json();
  const waiting = new Set((await all("outbox")).map((note) => note.payload.session));
  for (const one of lists) {
    const state = one.user === user && states[one.id];
    if (!state || (OVER.has(state) && !waiting.has(one.id))) await remove("lists", one.id);
  }
}

// And when somebody signs out; what is not sent yet stays, bound to whoever noted it.
export const forgetLists = () => clear("lists");
