// What every page can do with a little help from the device: say whether the office is open, set the text size,
// read the page aloud. Nothing on the page depends on it.

const { kept, keep } = window.balai ?? { kept: () => null, keep: () => {} };

/* ---- the office, now ---- */

const DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
const DAY_MS = 86_400_000;

const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const spoken = (clock) => clock.replace(":", ".");

// Date and minutes of the day in the village's zone, whatever the zone of the device.
function villageNow(zone, moment) {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(moment);
  const part = (type) => parts.find((p) => p.type === type).value;
  return { date: `${part("year")}-${part("month")}-${part("day")}`, minute: Number(part("hour")) * 60 + Number(part("minute")) };
}

const dateAfter = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const weekday = (date) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

// {open, words} for the office hours as the page carries them, or null where there are none.
export function officeStatus(hours, moment) {
  if (!hours.week.some((day) => day.length)) return null;
  const now = villageNow(hours.zone, moment);
  const closure = (date) => hours.closed.find((c) => c.first <= date && date <= c.last);
  const shifts = (date) => (closure(date) ? [] : [...hours.week[weekday(date)]].sort((a, b) => (a.opens < b.opens ? -1 : 1)));
  const at = (clock) => `${spoken(clock)} ${hours.label}`;

  for (const shift of shifts(now.date)) {
    if (now.minute < minutes(shift.opens)) return { open: false, words: `Tutup sekarang, buka hari ini pukul ${at(shift.opens)}` };
    if (now.minute >= minutes(shift.closes)) continue;
    if (shift.break_starts && shift.break_ends) {
      if (now.minute >= minutes(shift.break_starts) && now.minute < minutes(shift.break_ends)) {
        return { open: false, words: `Sedang istirahat, buka lagi pukul ${at(shift.break_ends)}` };
      }
      if (now.minute < minutes(shift.break_starts)) {
        const pause = `istirahat ${spoken(shift.break_starts)}–${spoken(shift.break_ends)}`;
        return { open: true, words: `Buka sekarang, sampai ${at(shift.closes)} (${pause})` };
      }
    }
    return { open: true, words: `Buka sekarang, sampai ${at(shift.closes)}` };
  }

  const today = closure(now.date);
  const closed = today ? `Tutup hari ini: ${today.reason}` : "Tutup sekarang";
  // Closures beyond the coming weeks are not on the page, so the search ends before it could promise too much.
  for (let days = 1; days <= 14; days += 1) {
    const date = dateAfter(now.date, days);
    const next = shifts(date)[0];
    if (!next) continue;
    let day = DAYS[weekday(date)];
    if (days === 1) day = `besok, ${day}`;
    else if (days >= 7) day = `${day}, tanggal ${Number(date.slice(8))}/${Number(date.slice(5, 7))}`;
    return { open: false, words: `${closed}, buka lagi ${day} pukul ${at(next.opens)}` };
  }
  return { open: false, words: closed };
}

function showOffice() {
  const data = document.getElementById("office-hours");
  if (!data) return;
  const hours = JSON.parse(data.textContent);
  const show = () => {
    const status = officeStatus(hours, new Date());
    for (const badge of document.querySelectorAll("[data-office-badge]")) {
      badge.hidden = !status;
      if (!status) continue;
      if (badge.textContent !== status.words) badge.textContent = status.words;
      badge.classList.toggle("open", status.open);
    }
  };
  show();
  setInterval(show, 30_000);
  document.addEventListener("visibilitychange", show);
}

/* ---- text size ---- */

function offerSizes() {
  const buttons = [...document.querySelectorAll("[data-size]")];
  const show = () => buttons.forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.size === root.dataset.text)));
  const root = document.documentElement;
  for (const button of buttons) {
    button.addEventListener("click", () => {
      root.dataset.text = button.dataset.size;
      keep("text", button.dataset.size === "1" ? null : Number(button.dataset.size));
      show();
      button.scrollIntoView({ block: "nearest" });
    });
  }
  show();
  const display = document.querySelector("[data-display]");
  if (display) display.hidden = false;
}

/* ---- read aloud ---- */

const READ = "h1, h2, h3, p, li, dt, dd, figcaption, summary, th, td, caption";

// What a reader would say, in pieces short enough for voices that stop after some seconds. A list item is said whole,
// unless it is a section with a heading of its own.
function* spokenPieces(main) {
  const said = new Set();
  const saidWithin = (element) => {
    for (let above = element.parentElement; above && above !== main; above = above.parentElement) {
      if (said.has(above)) return true;
    }
    return false;
  };
  for (const element of main.querySelectorAll(READ)) {
    if (saidWithin(element) || (element.matches("li") && element.querySelector("h2, h3"))) continue;
    if (element.closest("nav, form, .actions, .kept, .step-list") || !element.getClientRects().length) continue;
    said.add(element);
    const text = element.innerText.replace(/\s+/g, " ").trim();
    // Not at every dot: "08.00" and "F-1.02" are one word.
    for (const piece of text.match(/.+?(?:[.!?;:](?=\s)|$)/g) ?? []) yield piece.trim();
  }
}

function offerListening() {
  const button = document.querySelector("[data-listen]");
  const speech = window.speechSynthesis;
  if (!button || !speech) return;
  const words = button.querySelector("[data-listen-words]");
  const start = words.textContent;
  let voice;
  let turn = 0; // a new turn makes what is still queued from the last one fall silent

  const find = () => {
    // Old Android says "in_ID".
    voice = speech.getVoices().find((v) => /^(id|in)([-_]|$)/i.test(v.lang));
    button.hidden = !voice;
  };
  const stop = () => {
    turn += 1;
    speech.cancel();
    button.setAttribute("aria-pressed", "false");
    words.textContent = start;
  };
  const read = () => {
    turn += 1;
    const mine = turn;
    const pieces = spokenPieces(document.querySelector("main"));
    const next = () => {
      if (mine !== turn) return;
      const { value, done } = pieces.next();
      if (done) return stop();
      const piece = new SpeechSynthesisUtterance(value);
      piece.voice = voice;
      piece.lang = "id-ID";
      piece.rate = 0.95;
      piece.onend = next;
      piece.onerror = () => mine === turn && stop();
      speech.speak(piece);
    };
    speech.cancel();
    button.setAttribute("aria-pressed", "true");
    words.textContent = "Berhenti membaca";
    next();
  };

  button.addEventListener("click", () => (button.getAttribute("aria-pressed") === "true" ? stop() : read()));
  addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener?.("voiceschanged", find);
  find();
}

/* ---- tables wider than the screen ---- */

// Says that there is more beside; the shadow at the edge is there without scripts too.
function tellOfHiddenColumns() {
  for (const words of document.querySelectorAll("[data-swipe]")) {
    const table = words.nextElementSibling;
    new ResizeObserver(() => { words.hidden = table.scrollWidth <= table.clientWidth; }).observe(table);
  }
}

showOffice();
tellOfHiddenColumns();
offerSizes();
offerListening();
