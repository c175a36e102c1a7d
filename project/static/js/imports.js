// Goes on with a long work (an import, certificates) step by step, so that nobody has to press "Lanjutkan". Loaded while there is work.

const box = document.querySelector("[data-import-progress]");
const form = box.querySelector("[data-import-step]");
const words = box.querySelector("[data-import-words]");
const bar = box.querySelector("progress");
const hint = box.querySelector("[data-import-hint]");
const RETRY_MS = 5_000;

async function step() {
  const answer = await fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    headers: { Accept: "application/json" },
  });
  if (!answer.ok || answer.redirected) throw new Error(answer.status);
  return answer.json();
}

async function run() {
  form.hidden = true;
  hint.textContent = "Biarkan halaman ini terbuka. Bila tertutup, buka lagi: pekerjaan diteruskan dari tempatnya.";
  for (;;) {
    let told;
    try {
      told = await step();
    } catch {
      form.hidden = false;
      hint.textContent = "Situs tidak menjawab. Dicoba lagi sebentar lagi; yang sudah selesai tidak hilang.";
      await new Promise((done) => setTimeout(done, RETRY_MS));
      continue;
    }
    const before = bar.value;
    bar.value = told.done;
    bar.max = told.total;
    words.textContent = `${told.done} dari ${told.total} ${box.dataset.unit ?? "baris"}`;
    if (!told.working) break;
    // Somebody else works on it, in another tab: wait instead of asking at once again.
    if (told.done === before) await new Promise((done) => setTimeout(done, 1_000));
  }
  location.reload();
}

run();
