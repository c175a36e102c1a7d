// Served in the place of Wagtail's own file of this name, whose calendar turns what it cannot read into today.
// Here what was typed is never touched: the server reads it (project/lib/datefields.py) or refuses it in words. The
// button beside the field opens the device's own calendar, which writes its choice into the field.

(() => {
  const KINDS = {
    date: { size: 16, hint: "hari/bulan/tahun", label: "Pilih tanggal", icon: "date" },
    "datetime-local": { size: 20, hint: "hari/bulan/tahun jam.menit", label: "Pilih tanggal dan jam", icon: "date" },
    time: { size: 8, hint: "jam.menit", label: "Pilih jam", icon: "time" },
  };

  // "25/11/2026 08.00" and the device's "2026-11-25T08:00", either way; nothing for what is written otherwise.
  const forDevice = (typed) => typed.trim()
    .replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, (_, day, month, year) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
    .replace(/(\d{1,2})\.(\d{2})$/, (_, hour, minute) => `${hour.padStart(2, "0")}:${minute}`)
    .replace(" ", "T");
  const forPeople = (value) => value
    .replace(/^(\d{4})-(\d{2})-(\d{2})T?/, "$3/$2/$1 ")
    .replace(/(\d{2}):(\d{2}).*$/, "$1.$2")
    .trim();

  const setUp = (type) => (id) => {
    const field = document.getElementById(id);
    const { size, hint, label, icon } = KINDS[type];
    if (!field.placeholder) field.placeholder = hint;
    if (!("showPicker" in HTMLInputElement.prototype)) return;

    const row = document.createElement("div");
    row.className = "w-relative w-flex w-items-center w-gap-2";
    field.size = size;
    field.classList.add("w-w-full"); // so it gives way to the button on a phone
    field.replaceWith(row);
    row.append(field);
    row.insertAdjacentHTML("beforeend", `
      <input type="${type}" class="w-sr-only" tabindex="-1" aria-hidden="true">
      <button type="button" class="button button-secondary button--icon w-shrink-0" aria-label="${label}" title="${label}">
        <svg class="icon icon-${icon}" aria-hidden="true"><use href="#icon-${icon}"></use></svg>
      </button>`);
    const [, device, button] = row.children;
    button.addEventListener("click", () => {
      device.value = forDevice(field.value);
      device.showPicker();
    });
    device.addEventListener("change", (event) => {
      event.stopPropagation();
      if (!device.value) return;
      field.value = forPeople(device.value);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  };

  window.initDateChooser = setUp("date");
  window.initDateTimeChooser = setUp("datetime-local");
  window.initTimeChooser = setUp("time");
})();
