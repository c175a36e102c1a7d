// The code for the hall changes by itself while it is on the screen.

const EVERY_MS = 10_000;
const place = document.querySelector("[data-hall-code]");
document.querySelector("[data-hall-again]").hidden = true;

setInterval(async () => {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-hall-code]");
    if (fresh) place.replaceChildren(...fresh.childNodes);
  } catch {
    document.querySelector("[data-hall-again]").hidden = false;
  }
}, EVERY_MS);
