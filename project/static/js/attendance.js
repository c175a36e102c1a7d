// The attendance list on a phone, with or without signal. A tap is kept on the device before the screen says so; it is
// sent when there is a signal, and forgotten on the device when the server has it.

const root = document.querySelector("[data-attendance]");
const box = await import(root.dataset.outbox);

const SEND_MS = 10_000; // between two tries while something waits
const LOOK_MS = 30_000; // between two looks at what others noted
const STATUSES = { hadir: "Hadir", terlambat: "Terlambat", izin: "Izin", sakit: "Sakit", diwakili: "Diwakili", tidak_hadir: "Tidak hadir" };
const PRESENT = new Set(["hadir", "terlambat"]);
const CLOSED = new Set(["ditutup", "disahkan"]);

const at = (name) => root.querySelector(`[data-${name}]`);
const make = (tag, text = "", attributes = {}) => {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) if (value !== false) element.setAttribute(name, value === true ? "" : value);
  return element;
};
// On the clock of the place, whatever zone the phone is set to.
const clock = (moment) => new Date(moment).toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit", timeZone: list?.session.zone }).replace(":", ".");

let list = null; // what the server last said: {id, user, csrf, session, people, offset}; offset is what the clock lacks
let pending = new Map(); // by id, the notes that are not on the server
let taken = []; // what the server took since the list was read: it stands in the next one
let open = null; // the person whose further choices are shown
let wanted = "";

// Signing in loses what stands behind the # of an address; then the list that was open last is meant.
async function sessionKey() {
  const named = Number(new URLSearchParams(location.hash.slice(1)).get("sesi"));
  if (named) await box.put("device", { id: "session", value: named }).catch(() => {});
  return named || (await box.get("device", "session").catch(() => null))?.value;
}

/* ---- reading ---- */

async function read() {
  const key = await sessionKey();
  if (!key) return say("Buka daftar ini dari halaman sesinya.", "warning");
  const asked = performance.now(); // a clock that nobody sets
  try {
    const answer = await fetch(`${root.dataset.list}${key}.json`, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (answer.status === 401 || answer.status === 403) {
      await signedOut();
      return;
    }
    if (answer.status === 404) {
      await box.remove("lists", key);
      list = null;
      say("Sesi ini bukan tugas Anda, atau sudah tidak ada.", "warning");
      return draw();
    }
    if (!answer.ok) throw new Error(answer.status);
    const data = await answer.json();
    taken = taken.filter((one) => one.since > asked);
    const known = await box.all("lists");
    // Somebody else used this phone before: his names are not for whoever has signed in now.
    for (const one of known) if (one.user !== data.user) await box.remove("lists", one.id);
    list = { id: key, user: data.user, csrf: data.csrf, session: data.session, people: data.people, offset: Date.parse(data.now) - Date.now() };
    say("");
    online(true);
  } catch {
    online(false);
    if (!list) {
      const known = await box.get("lists", key);
      if (known) list = known;
      else say("Tidak ada sinyal, dan daftar ini belum pernah dibuka di HP ini. Cari sinyal sebentar, atau pakai kertas.", "warning");
    }
  }
  await draw();
  if (list) await remember();
}

async function remember() {
  const waiting = await box.all("outbox");
  const over = CLOSED.has(list.session.state) && !waiting.some((note) => note.payload.session === list.id);
  if (over) await box.remove("lists", list.id);
  else await box.put("lists", list);
}

async function signedOut() {
  await box.forgetLists();
  list = null;
  const left = (await box.all("outbox")).length;
  const words = left ? `${left} catatan di HP ini belum terkirim dan tetap tersimpan. ` : "";
  say(`${words}Masuk lagi untuk melanjutkan.`, "warning", root.dataset.signIn + encodeURIComponent(location.pathname + location.hash));
  await draw();
}

/* ---- noting ---- */

async function note(payload) {
  const whole = { id: box.uuid(), session: list.id, at: new Date().toISOString(), method: "daftar", offline: !navigator.onLine, replaces: [], ...payload };
  try {
    await box.keep(list.user, whole);
  } catch {
    say("HP ini tidak dapat menyimpan catatan. Kosongkan ruang, atau catat di kertas.", "error");
    return false;
  }
  if (open === whole.person) open = null;
  await draw();
  deliver();
  return true;
}

const mark = (person, status, more = {}) => note({ kind: "mark", person: person.id, status, replaces: person.status ? person.heads : [], ...more });

/* ---- sending ---- */

let sending = false;
let more = false; // a note that comes while answers are read is sent right after, not at the next try

async function deliver() {
  more = true;
  if (sending) return;
  sending = true;
  try {
    while (more) {
      more = false;
      await push();
    }
  } finally {
    sending = false;
  }
}

// Between the server's answer and the next list the tap must not look undone.
function keepTaken(note, answer) {
  if (box.KEPT.has(answer.result)) taken.push({ since: performance.now(), note, answer });
}

async function push() {
  if (!list) return;
  const told = await box.send({ url: root.dataset.sync, user: list.user, csrf: () => list.csrf, onAnswer: keepTaken });
  if (told.signIn) return signedOut();
  if (told.otherUser) {
    say("Catatan di HP ini dibuat oleh orang lain. Ia perlu masuk sendiri untuk mengirimnya.", "warning");
    return;
  }
  online(!told.offline);
  if (!told.offline) await read();
  else await draw();
}

/* ---- showing ---- */

function say(words, kind = "", link = "") {
  const place = at("words");
  place.replaceChildren();
  place.hidden = !words;
  place.className = `told ${kind}`;
  if (!words) return;
  place.append(make("p", words));
  if (kind === "error") requestAnimationFrame(() => place.scrollIntoView({ block: "center" }));
  if (link) place.append(make("a", "Masuk", { href: link, class: "small-button" }));
}

const online = (yes) => {
  at("signal").textContent = yes ? "" : "Tidak ada sinyal. Catatan tersimpan di HP ini dan terkirim sendiri nanti.";
};

// As the server will say it: who comes after the limit is late, unless somebody wrote why not.
function arrival({ status, at: when, by_hand: byHand }) {
  const { starts, ends, late_minutes: minutes } = list.session;
  const moment = Date.parse(when) + list.offset;
  if (status !== "hadir" || byHand || minutes === null || moment > Date.parse(ends)) return status;
  return moment > Date.parse(starts) + minutes * 60_000 ? "terlambat" : status;
}

// What the list looks like with what this device has noted: what the server took after the list was read, then what waits.
function people() {
  const shown = list.people.map((person) => ({ ...person, waiting: null }));
  const byKey = new Map(shown.map((person) => [person.id, person]));
  const add = (id, { name, at: where = "" }) => {
    if (!byKey.has(id)) {
      byKey.set(id, { id, name, at: where, note: "", number: shown.length + 1, guest: "", also: [] });
      shown.push(byKey.get(id));
    }
    return byKey.get(id);
  };
  const lay = (payload, answer) => {
    if (payload.session !== list.id) return;
    const how = { when: clock(payload.at), by: "", waiting: answer ? null : payload, unsure: false };
    const represented = payload.kind === "represented";
    const person = payload.kind === "walk_in" ? add(answer?.person ?? payload.new.key, payload.new) : byKey.get(answer?.person ?? payload.person);
    if (!person) return;
    const said = { status: represented ? "diwakili" : arrival(payload), heads: payload.status ? [payload.id] : [] };
    Object.assign(person, how, answer ? { status: answer.status, heads: answer.heads } : said);
    if (!represented) return;
    const other = payload.new ? add(payload.new.key, payload.new) : byKey.get(payload.by);
    if (other) Object.assign(other, how, { heads: other.heads ?? [], status: "hadir" });
  };
  for (const { note, answer } of taken) lay(note.payload, answer);
  for (const one of pending.values()) if (one.state === "waiting") lay(one.payload);
  return shown;
}

let drawn = 0;

async function draw() {
  const mine = (drawn += 1);
  const notes = (await box.all("outbox")).sort((a, b) => a.order - b.order);
  if (mine !== drawn) return; // a newer one has read more
  pending = new Map(notes.filter((one) => list && one.user === list.user).map((one) => [one.id, one]));
  const waiting = notes.filter((one) => one.state === "waiting");
  at("pending").textContent = waiting.length ? `${waiting.length} belum terkirim` : "Semua catatan sudah di server";
  at("send").hidden = !waiting.length;
  root.classList.toggle("is-waiting", waiting.length > 0);
  at("work").hidden = !list;
  if (!list) return forgetNames();
  const top = at("people").getBoundingClientRect().top;
  write(notes);
  // What stands under the finger stays there, whatever came or went above it.
  if (top && top < innerHeight) scrollBy(0, at("people").getBoundingClientRect().top - top);
}

// Whether all is kept and sent stays in sight, unless the text is so large that it would hide the names.
function keepInSight() {
  const bar = at("bar");
  const stays = bar.offsetHeight < innerHeight / 3;
  bar.classList.toggle("stays", stays);
  document.documentElement.style.scrollPaddingTop = stays ? `${bar.offsetHeight + 16}px` : ""; // it covers what is scrolled to
}

function write(notes) {
  const { session } = list;
  at("title").textContent = session.title;
  at("back").href = root.dataset.session.replace("/0/", `/${list.id}/`);
  at("when").textContent = `${session.clock} · ${session.place}`;
  at("state").textContent = { draf: "Sesi ini belum dibuka.", ditutup: "Sesi ini sudah ditutup.", disahkan: "Sesi ini sudah disahkan; perubahan perlu koordinator." }[session.state] ?? "";
  const shown = people();
  sum(shown);
  trouble(notes);
  const active = document.activeElement?.closest?.("[data-person]")?.dataset.person;
  const found = shown.filter((person) => `${person.name} ${person.at} ${person.also.join(" ")}`.toLowerCase().includes(wanted));
  arrange(at("people"), found.map(row));
  at("none").hidden = found.length > 0;
  if (active && !document.activeElement?.closest?.("[data-person]")) at("people").querySelector(`[data-person="${active}"] button`)?.focus({ preventScroll: true });
}

function sum(shown) {
  const counted = shown.filter((person) => !person.guest);
  const count = (test) => counted.filter(test).length;
  const here = count((person) => PRESENT.has(person.status));
  const late = count((person) => person.status === "terlambat");
  const unmarked = count((person) => !person.status);
  at("sum").textContent = `${here} hadir${late ? `, ${late} di antaranya terlambat` : ""}, ${unmarked} belum ditandai, dari ${counted.length}`;
}

// A finger may be down on a button while the list is drawn anew, and lifts from another element if that one was replaced:
// the tap would be lost. So a row stays, and only what reads otherwise is written anew.
const rows = new Map(); // by person

function row(person) {
  if (!rows.has(person.id)) rows.set(person.id, make("li", "", { "data-person": person.id }));
  const item = rows.get(person.id);
  item.value = person.number;
  item.className = PRESENT.has(person.status) ? "there" : person.status ? "away" : "";
  const parts = [who(person), standing(person), choices(person)];
  parts.forEach((part, index) => {
    const kept = item.children[index];
    if (!kept) item.append(part);
    else if (kept.outerHTML !== part.outerHTML) kept.replaceWith(part);
  });
  return item;
}

// Whoever is not signed in, or does not lead this session, finds no name in what the page holds.
function forgetNames() {
  rows.clear();
  taken = [];
  troubled = "";
  for (const name of ["people", "refused", "title", "alike", "scanned"]) at(name).replaceChildren();
}

function arrange(parent, items) {
  const wanted = new Set(items);
  for (const item of [...parent.children]) if (!wanted.has(item)) item.remove();
  items.forEach((item, index) => { if (parent.children[index] !== item) parent.insertBefore(item, parent.children[index] ?? null); });
}

function who(person) {
  const made = make("p");
  const facts = [person.note, person.at, person.guest && `${person.guest}, tidak dihitung`, person.gone && "sudah tidak terdaftar", person.also.length && `juga ${person.also.join(", ")}`];
  made.append(make("b", person.name), make("small", facts.filter(Boolean).join(" · ")));
  return made;
}

function standing(person) {
  const made = make("p", "", { class: "standing" });
  if (!person.status) return made;
  const when = person.waiting ? clock(person.waiting.at) : person.when;
  made.append(make("b", STATUSES[person.status]));
  made.append(make("small", person.waiting ? `${when} · tersimpan di HP` : `${when} · di server${person.by ? `, ${person.by}` : ""}`));
  if (person.unsure) made.append(make("small", "Perlu dipastikan: dua petugas mencatat berbeda."));
  return made;
}

// What a button does, it does to the person as known when it is tapped: it may be older than the list.
const button = (words, person, act, more = {}) => {
  const made = make("button", words, { type: "button", class: "small-button", ...more });
  made.append(make("span", ` ${person.name}`, { class: "unseen" }));
  made.addEventListener("click", () => act(people().find((one) => one.id === person.id) ?? person));
  return made;
};

function choices(person) {
  const made = make("div", "", { class: "row-actions" });
  if (!person.status) made.append(button("Hadir", person, (now) => mark(now, "hadir"), { class: "small-button main" }));
  const words = open === person.id ? "Tutup pilihan" : person.status ? "Ubah" : "Lainnya";
  made.append(button(words, person, () => {
    open = open === person.id ? null : person.id;
    draw();
  }, { "aria-expanded": String(open === person.id) }));
  if (open === person.id) made.append(...further(person));
  return made;
}

function further(person) {
  const made = [];
  const choice = (words, act) => made.push(button(words, person, act));
  for (const status of ["hadir", "izin", "sakit", "tidak_hadir"]) {
    if (status === person.status || (status === "hadir" && (!person.status || person.status === "terlambat"))) continue;
    choice(STATUSES[status], (now) => mark(now, status));
  }
  if (person.status === "terlambat") {
    choice("Hadir tepat waktu…", (now) => {
      const reason = prompt(`Mengapa ${now.name} dicatat hadir tepat waktu?`);
      if (reason?.trim()) mark(now, "hadir", { by_hand: true, reason: reason.trim() });
    });
  }
  choice("Terlambat…", (now) => {
    const reason = prompt(`Mengapa ${now.name} dicatat terlambat? (Datang lewat batas dicatat sendiri.)`);
    if (reason?.trim()) mark(now, "terlambat", { by_hand: true, reason: reason.trim() });
  });
  choice("Diwakili…", (now) => {
    const name = prompt(`Siapa yang datang mewakili ${now.name}? Tulis namanya.`)?.trim();
    if (!name) return;
    const same = list.people.filter((other) => other.id !== now.id && other.name.toLowerCase() === name.toLowerCase());
    const by = same.length === 1 ? { by: same[0].id } : { new: { key: box.uuid(), name, at: "" } };
    note({ kind: "represented", person: now.id, status: "diwakili", replaces: now.status ? now.heads : [], ...by });
  });
  if (person.status) choice("Batalkan tanda", (now) => mark(now, ""));
  return made;
}

/* ---- what was not taken ---- */

let troubled = "";

function trouble(notes) {
  const refused = notes.filter((one) => one.state !== "waiting" && one.user === list.user && one.payload.session === list.id);
  const told = JSON.stringify([refused, list.session.state]);
  if (told === troubled) return; // nothing is written anew under a finger
  troubled = told;
  at("trouble").hidden = at("faults").hidden = !refused.length;
  at("faults").textContent = `${refused.length} perlu diperiksa`;
  at("again").hidden = refused.filter((one) => one.state === "ditolak").length < 2;
  at("refused").replaceChildren(...refused.map(fault));
}

function fault(one) {
  const { payload } = one;
  const name = payload.new?.name ?? list.people.find((person) => person.id === payload.person)?.name ?? "Seseorang";
  const actions = make("div", "", { class: "row-actions" });
  // Forgotten only after what takes its place lies on the device.
  const forget = () => box.remove("outbox", one.id).then(draw);
  if (one.state === "konflik" && one.now?.heads && !CLOSED.has(list.session.state)) {
    actions.append(button("Ubah", { name }, async () => {
      if (await note({ ...payload, id: box.uuid(), replaces: one.now.heads })) await forget();
    }));
  }
  if (one.state === "ditolak") {
    actions.append(button("Kirim lagi", { name }, async () => {
      await box.put("outbox", { ...one, state: "waiting" });
      await draw();
      deliver();
    }));
  }
  actions.append(button("Biarkan yang ada", { name }, forget));
  const item = make("li");
  item.append(make("p", `${name}, “${STATUSES[payload.status] ?? "hadir"}” pukul ${clock(payload.at)}. ${one.words}`), actions);
  return item;
}

at("faults").addEventListener("click", () => {
  at("trouble").scrollIntoView();
  at("trouble").querySelector("h2").focus({ preventScroll: true });
});

at("again").addEventListener("click", async () => {
  for (const one of await box.all("outbox")) {
    if (one.state === "ditolak" && one.user === list.user && one.payload.session === list.id) await box.put("outbox", { ...one, state: "waiting" });
  }
  await draw();
  deliver();
});

at("save").addEventListener("click", async () => {
  const notes = (await box.all("outbox")).filter((one) => one.user === list.user);
  const link = make("a", "", { download: `catatan-kehadiran-${list.id}.json`, href: URL.createObjectURL(new Blob([JSON.stringify(notes, null, 1)], { type: "application/json" })) });
  link.click();
  URL.revokeObjectURL(link.href);
});

/* ---- somebody new ---- */

const plain = (name) => name.toLowerCase().replace(/['’`]/g, "").replace(/[^a-z0-9 ]/g, " ").split(/\s+/).filter((word) => word.length > 1);

at("new").addEventListener("input", () => {
  const words = plain(at("new").elements.name.value);
  const alike = words.length ? list.people.filter((person) => words.every((word) => plain(person.name).some((other) => other.startsWith(word)))).slice(0, 3) : [];
  at("alike").textContent = alike.length ? `Namanya mirip dengan ${alike.map((person) => `${person.name}${person.at ? ` (${person.at})` : ""}`).join(", ")}. Bila orangnya sama, tandai namanya di daftar.` : "";
});

at("new").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { elements } = event.target;
  const name = elements.name.value.trim();
  if (!name) return elements.name.focus();
  await note({ kind: "walk_in", method: "datang_langsung", status: "hadir", new: { key: box.uuid(), name, at: elements.at.value.trim(), sex: elements.sex.value } });
  event.target.reset();
  at("alike").textContent = "";
  elements.name.focus();
});

/* ---- cards ---- */

const tidy = (typed) => typed.replace(/[\s-]/g, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1").replace(/U/g, "V");

function addressOf(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function scanned(text) {
  let code = text;
  if (/^https?:/i.test(text)) {
    const address = addressOf(text);
    if (address?.host !== location.host) return told("Kartu ini dari situs desa lain.");
    code = address.hash.slice(1);
  }
  const person = people().find((one) => one.cards?.includes(tidy(code)));
  if (!person) return told("Kartu ini bukan kartu peserta kegiatan ini.");
  if (PRESENT.has(person.status)) return told(`${person.name}: sudah ${STATUSES[person.status].toLowerCase()}.`);
  if (person.status) {
    open = person.id;
    draw();
    return told(`${person.name} sudah ditandai “${STATUSES[person.status]}”. Ubah di daftar bila ia datang.`);
  }
  mark(person, "hadir", { method: "kartu" });
  return told(`${person.name}: ${STATUSES[arrival({ status: "hadir", at: new Date().toISOString() })].toLowerCase()}.`);
}

const told = (words) => { at("scanned").textContent = words; };

at("card").addEventListener("submit", (event) => {
  event.preventDefault();
  scanned(event.target.elements.code.value);
  event.target.reset();
});

async function camera() {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const video = at("video");
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.hidden = false;
  await video.play();
  let last = "";
  const look = async () => {
    if (video.hidden) return;
    try {
      const [found] = await detector.detect(video);
      if (found && found.rawValue !== last) {
        last = found.rawValue;
        scanned(last);
        setTimeout(() => { last = ""; }, 3_000);
      }
    } catch { /* a frame that is not ready */ }
    setTimeout(look, 250);
  };
  look();
}

if ("BarcodeDetector" in window && navigator.mediaDevices?.getUserMedia) {
  at("scan").hidden = false;
  at("scan").addEventListener("click", () => {
    const video = at("video");
    if (!video.hidden) {
      video.srcObject?.getTracks().forEach((track) => track.stop());
      video.hidden = true;
      return;
    }
    camera().catch(() => told("Kamera tidak dapat dipakai. Ketik kode di kartunya."));
  });
}

/* ---- when ---- */

at("search").addEventListener("input", (event) => { wanted = event.target.value.trim().toLowerCase(); draw(); });
at("send").addEventListener("click", deliver);
new ResizeObserver(keepInSight).observe(at("bar"));
window.addEventListener("resize", keepInSight);
window.addEventListener("online", deliver);
window.addEventListener("offline", () => online(false));
window.addEventListener("hashchange", () => { list = null; read(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) deliver(); });
setInterval(async () => { if ((await box.all("outbox")).some((one) => one.state === "waiting")) deliver(); }, SEND_MS);
setInterval(() => { if (!document.hidden && !sending && list) read(); }, LOOK_MS);

navigator.storage?.persist?.();
if ("serviceWorker" in navigator) navigator.serviceWorker.register(root.dataset.worker, { scope: root.dataset.scope }).catch(() => {});
root.hidden = false;
await read();
box.tidy(root.dataset.kept).catch(() => {});
if (list) deliver();
