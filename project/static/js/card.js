// The code of a printed card comes in the fragment of the address: it goes into the form, and out of the address bar,
// so that it stays in no history of a borrowed phone.

const form = document.querySelector("[data-card]");
const code = decodeURIComponent(location.hash.slice(1));
if (form && code) {
  history.replaceState(null, "", location.pathname);
  const field = form.querySelector("[name=code]");
  field.value = code;
  field.closest(".field").hidden = true;
  document.querySelector("[data-card-words]").textContent = "Kartu Anda sudah terbaca. Tekan tombol di bawah ini.";
  form.querySelector("button").focus();
}
