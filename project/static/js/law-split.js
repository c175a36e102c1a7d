// Shows how the text of a regulation is read while it is typed. The server keeps nothing of it.

const WAIT_MS = 700;
const panel = document.querySelector("[data-law-split]");
const field = document.querySelector("#id_text");
let waiting = null;
let asked = null;

async function show() {
  asked?.abort();
  asked = new AbortController();
  const open = panel.querySelector("details")?.open ?? false;
  const token = field.form.querySelector("input[name=csrfmiddlewaretoken]").value;
  try {
    const answer = await fetch(panel.dataset.lawSplit, {
      method: "POST",
      headers: { "X-CSRFToken": token },
      body: new URLSearchParams({ text: field.value }),
      signal: asked.signal,
    });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    panel.innerHTML = await answer.text();
    const details = panel.querySelector("details");
    if (details) details.open = open;
  } catch (error) {
    if (error.name === "AbortError") return;
    const words = document.createElement("p");
    words.className = "help-block help-warning";
    words.textContent = "Pembagiannya belum dapat diperiksa. Tulisan Anda masih ada. Coba lagi, atau simpan draf: pembagiannya tampak sesudah itu.";
    panel.replaceChildren(words);
  }
}

field?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, WAIT_MS);
});
