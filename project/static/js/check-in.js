// The code of somebody's own card stands behind the # of its address: it goes into the form, and out of the address bar.

const code = decodeURIComponent(location.hash.slice(1));
if (code) {
  history.replaceState(null, "", location.pathname);
  const field = document.querySelector("[name=kartu]");
  const words = document.querySelector("[data-own-card]");
  if (field) field.value = code;
  if (words) words.hidden = false;
}
