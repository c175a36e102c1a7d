// On the screen of whoever has signed in: remembers on this device that lessons are to ask for his progress, and offers
// to take over what the device kept while nobody was signed in.

const { kept, keep } = window.balai ?? { kept: () => null, keep: () => {} };
const PREFIX = "balai:lesson:";

const learner = document.querySelector("[data-learner]");
if (learner) keep("learner", learner.dataset.learner);

function deviceProgress() {
  const found = {};
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const steps = kept(key.slice("balai:".length));
      if (Array.isArray(steps) && steps.length) found[key.slice(PREFIX.length)] = steps;
    }
  } catch { /* storage is off: there is nothing to take over */ }
  return found;
}

const form = document.querySelector("[data-take-over]");
const found = deviceProgress();
if (form && Object.keys(found).length) {
  form.hidden = false;
  form.querySelector("[name=kept]").value = JSON.stringify(found);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      Object.keys(found).forEach((lesson) => keep(`lesson:${lesson}`, null));
      location.reload();
    } catch {
      button.disabled = false;
      form.querySelector("[data-take-over-words]").textContent = "Belum terkirim; kemajuan masih ada di perangkat ini. Coba lagi bila sinyal sudah ada.";
    }
  });
}
