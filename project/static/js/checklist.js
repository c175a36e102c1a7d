// Ticks on a guide's list of papers, kept on this device under the items' own ids, so an edited list keeps its ticks.

const { kept, keep } = window.balai ?? { kept: () => null, keep: () => {} };

for (const list of document.querySelectorAll("[data-checklist]")) {
  const key = `checklist:${list.dataset.checklist}`;
  const boxes = [...list.querySelectorAll("[data-item]")];
  const line = document.querySelector("[data-checklist-kept]");
  const words = line.querySelector("[data-checklist-words]");

  const show = () => {
    const ready = boxes.filter((box) => box.checked).length;
    line.hidden = ready === 0;
    words.textContent = ready === boxes.length
      ? "Semua sudah siap. Centang disimpan di perangkat ini saja."
      : `${ready} dari ${boxes.length} sudah siap. Centang disimpan di perangkat ini saja.`;
  };

  const ticked = kept(key);
  if (Array.isArray(ticked)) boxes.forEach((box) => { box.checked = ticked.includes(box.dataset.item); });
  list.addEventListener("change", () => {
    const items = boxes.filter((box) => box.checked).map((box) => box.dataset.item);
    keep(key, items.length ? items : null);
    show();
  });
  line.querySelector("[data-checklist-clear]").addEventListener("click", () => {
    boxes.forEach((box) => { box.checked = false; });
    keep(key, null);
    show();
    boxes[0]?.focus();
  });
  show();
}
