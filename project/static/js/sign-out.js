// Whoever signs out takes the names along that this device kept. What is not sent yet stays, and is told.

const form = document.querySelector("[data-sign-out]");
const box = await import(document.querySelector("[data-outbox]").dataset.outbox);

if (form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const left = await box.all("outbox").catch(() => []);
    if (left.length && !confirm(`${left.length} catatan kehadiran di HP ini belum terkirim. Bila Anda keluar, catatan itu tetap di HP ini dan hanya terkirim bila Anda masuk lagi di sini. Tetap keluar?`)) return;
    await box.forgetLists().catch(() => {});
    form.submit();
  });
} else {
  await box.forgetLists().catch(() => {}); // the page of signing in: nobody is in
}
