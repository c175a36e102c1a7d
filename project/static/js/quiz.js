// Keeps each answer as soon as it is given. Without this the form does it by its buttons.

const form = document.querySelector("[data-quiz]");
const RETRY_MS = 5_000;
const waiting = new Map(); // questions that have not reached the server
let running = null;

const fieldsOf = (question) => {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.set("only", question.dataset.question);
  for (const field of question.querySelectorAll("input:not([type=hidden]), select")) {
    if (field.type === "radio" || field.type === "checkbox" ? field.checked : field.name) body.append(field.name, field.value);
  }
  return body;
};

async function send(question) {
  const line = question.querySelector("[data-saved]");
  const answer = await fetch(location.pathname, { method: "POST", body: fieldsOf(question), headers: { Accept: "application/json" } });
  if (answer.status === 401 || answer.status === 403) {
    line.textContent = "Belum tersimpan: Anda perlu masuk lagi. Jangan tutup halaman ini sebelum menyalin jawaban Anda.";
    return;
  }
  if (answer.status >= 500 || answer.status === 429) throw new Error(answer.status);
  const told = await answer.json();
  line.textContent = told.saved ? "Tersimpan." : told.words;
}

async function run() {
  while (waiting.size) {
    const [question] = waiting.keys();
    waiting.delete(question);
    try {
      await send(question);
    } catch {
      waiting.set(question, true);
      question.querySelector("[data-saved]").textContent = "Belum terkirim. Dicoba lagi sebentar lagi; jangan tutup halaman ini.";
      await new Promise((done) => setTimeout(done, RETRY_MS));
    }
  }
  running = null;
}

const keep = (event) => {
  const question = event.target.closest("[data-question]");
  if (!question) return;
  waiting.set(question, true);
  running ??= run();
};
form.addEventListener("change", keep);

// What is being typed is kept too, as soon as the hands rest.
const REST_MS = 1_000;
let resting = 0;
form.addEventListener("input", (event) => {
  if (event.target.type !== "text") return;
  clearTimeout(resting);
  resting = setTimeout(keep, REST_MS, event);
});
