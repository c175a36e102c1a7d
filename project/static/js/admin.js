// What the admin needs beside Wagtail's own scripts, so that nothing typed is lost: loaded by wagtailadmin/base.html.

const settings = document.querySelector("script[data-session-url]").dataset;
const ANSWER_MS = 20_000;

/* ---- a notice that stays until its cause is gone ---- */

let notice = null;

function say(kind, ...parts) {
  notice?.remove();
  notice = document.createElement("div");
  notice.className = `balai-notice balai-notice--${kind}`;
  notice.setAttribute("role", "alert");
  const words = document.createElement("p");
  words.append(...parts);
  notice.append(words);
  document.body.append(notice);
}

function hush() {
  notice?.remove();
  notice = null;
}

/* ---- the session ---- */

function signInLink() {
  const link = document.createElement("a");
  link.href = settings.loginUrl;
  link.target = "_blank";
  link.rel = "opener"; // the same tab group: the browser goes back here when that tab is closed
  link.textContent = "Masuk lagi di tab baru";
  return link;
}

// "alive", "out", "other" (somebody else has signed in meanwhile) or "silent" (no answer), and the words for it.
async function session() {
  let answer;
  try {
    const response = await fetch(settings.sessionUrl, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS) });
    if (!response.ok) throw new Error(response.status);
    answer = await response.json();
  } catch {
    return { state: "silent", words: ["Situs tidak menjawab, jadi belum ada yang tersimpan. Tulisan Anda masih ada di sini. Periksa sambungan internet, lalu simpan lagi."] };
  }
  if (answer.user === null) {
    return { state: "out", words: ["Anda sudah keluar. ", signInLink(), ", lalu kembali ke sini dan simpan. Tulisan Anda masih ada di halaman ini."] };
  }
  if (String(answer.user) !== settings.user) {
    return { state: "other", words: [`Di tab lain, ${answer.name} sudah masuk. `, signInLink(), " dengan nama Anda sendiri, lalu kembali ke sini dan simpan. Tulisan Anda masih ada di halaman ini."] };
  }
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = answer.token;
  return { state: "alive" };
}

/* ---- no form leaves while nobody would take it ---- */

let passing = null;
let asking = false;

// What Wagtail does on the click that led here, and what must not be left behind when the form stays.
function release(form, submitter) {
  for (const name of ["action-workflow-action", "workflow-action-name", "workflow-action-extra-data"]) {
    for (const field of form.querySelectorAll(`input[type=hidden][name=${name}]`)) field.remove();
  }
  // The button counts itself busy a moment after the click.
  setTimeout(() => submitter?.setAttribute("data-w-progress-loading-value", "false"), 100);
}

function send(form, submitter) {
  const disabled = submitter?.disabled;
  if (submitter) submitter.disabled = false; // a disabled button's name would not be sent
  passing = form;
  form.requestSubmit(submitter);
  passing = null;
  if (submitter) submitter.disabled = disabled;
}

window.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form === passing || form.method !== "post" || !form.closest("#main, .modal")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (asking) return;
  asking = true;
  const { state, words } = await session();
  asking = false;
  if (state === "alive") {
    hush();
    send(form, event.submitter);
  } else {
    say("fault", ...words);
    release(form, event.submitter);
  }
}, { capture: true });

// Wagtail's dialogs (send back, approve with a comment) send the form past every listener; so they too ask first.
const editor = document.querySelector("#page-edit-form");
if (editor) editor.submit = () => editor.requestSubmit();

// Saving by itself fails with "a server error" both when the session is gone and when the token is old.
document.addEventListener("w-autosave:error", async (event) => {
  if (event.detail.type !== "server_error") return;
  const { state, words } = await session();
  if (state === "out" || state === "other") say("fault", ...words);
});

// Back from the tab in which somebody signed in again.
document.addEventListener("visibilitychange", async () => {
  if (document.hidden || !notice?.classList.contains("balai-notice--fault")) return;
  if ((await session()).state === "alive") say("good", "Anda sudah masuk. Simpan sekarang supaya tulisan ini tidak hilang.");
});

/* ---- saving by itself ---- */

// A page without its name would stand in the lists as a draft that nobody knows: nothing is kept before it has one.
document.addEventListener("w-autosave:save", (event) => {
  const name = event.target.querySelector("#id_subject") ?? event.target.querySelector("#id_title");
  if (name && !name.value.trim()) event.preventDefault();
}, { capture: true });

/* ---- a page that keeps nothing ---- */

// While it waits for approval or is locked, its fields take nothing that would be lost. Typed text that came back
// from a refused saving stays within reach, to be copied.
const locked = document.querySelector(".content-locked #page-edit-form");
if (locked && locked.dataset.wUnsavedForceValue !== "true") {
  for (const fields of locked.querySelectorAll(".tab-content")) fields.inert = true;
}
