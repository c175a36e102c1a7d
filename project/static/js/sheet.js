// Sharing and printing a page.

for (const link of document.querySelectorAll("[data-share]")) {
  // Where the device has its own sharing menu that is better than one messenger; the wa.me link stays otherwise.
  if (!navigator.share) continue;
  link.querySelector("[data-share-words]").textContent = "Bagikan";
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      await navigator.share({ title: link.dataset.shareTitle, url: link.dataset.shareUrl });
    } catch (error) {
      if (error.name !== "AbortError") location.href = link.href; // closing the menu is no failure
    }
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
