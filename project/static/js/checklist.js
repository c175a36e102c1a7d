// Ticks on a list of papers, kept on this device under the items' own ids, so an edited list keeps its ticks. Several
// pages show parts of one guide's list: what is ticked elsewhere stays.

const { kept, keep } = window.balai ?? { kept: () => null, keep: () => {} };

for (const list of document.querySelectorAll("[data-checklist]")) {
  const key = `checklist:${list.dataset.checklist}`;
  const boxes = [...list.querySelectorAll("[data-item]")];
  const here = new Set(boxes.map((box) => box.dataset.item));
  const line = list.parentElement.querySelector("[data-checklist-kept]");
  const words = line.querySelector("[data-checklist-words]");

  const ticked = () => {
    const items = kept(key);
    return Array.isArray(items) ? items : [];
  };
  const show = () => {
    const ready = boxes.filter((box) => box.checked).length;
    line.hidden = ready === 0;
    words.textContent = ready === boxes.length
      ? "Semua sudah siap. Centang disimpan di perangkat ini saja."
      : `${ready} dari ${boxes.length} sudah siap. Centang disimpan di perangkat ini saja.`;
  };
  const save = () => {
    const elsewhere = ticked().filter((item) => !here.has(item));
    const items = [...elsewhere, ...boxes.filter((box) => box.checked).map((box) => box.dataset.item)];
    keep(key, items.length ? items : null);
    show();
  };

  // The guide's own page knows the whole list: what was taken off it is forgotten.
  if (list.dataset.others !== undefined) {
    const others = list.dataset.others.split(" ");
    const items = ticked().filter((item) => here.has(item) || others.includes(item));
    keep(key, items.length ? items : null);
  }

  const before = ticked();
  boxes.forEach((box) => { box.checked = before.includes(box.dataset.item); });
  list.addEventListener("change", save);
  line.querySelector("[data-checklist-clear]").addEventListener("click", () => {
    boxes.forEach((box) => { box.checked = false; });
    save();
    boxes[0]?.focus();
  });
  show();
}
