// Names that this device keeps for a list of attendance: whoever signs out takes them along, and on every personal screen
// those go that are over or not his. What is not sent yet stays, and is told.

const place = document.querySelector("[data-outbox]");
const form = document.querySelector("[data-sign-out]");

// Most devices never kept any, and need no memory for it.
const known = (await indexedDB.databases?.().catch(() => null)) ?? [{ name: "balai" }];
if (known.some(({ name }) => name === "balai")) {
  const box = await import(place.dataset.outbox);
  if (form) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const left = await box.all("outbox").catch(() => []);
      if (left.length && !confirm(`${left.length} catatan kehadiran di HP ini belum terkirim. Bila Anda keluar, catatan itu tetap di HP ini dan hanya terkirim bila Anda masuk lagi di sini. Tetap keluar?`)) return;
      await box.forgetLists().catch(() => {});
      form.submit();
    });
    await box.tidy(place.dataset.kept).catch(() => {});
  } else {
    await box.forgetLists().catch(() => {}); // the page of signing in: nobody is in
  }
}
