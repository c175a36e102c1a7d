// A question mark beside a page's name and beside its fields, where the office has chosen a lesson for them. It opens the
// lesson in a tab of its own, so that nothing typed is lost; the lesson leads back by its own links.

function mark(place, lesson) {
  const link = document.createElement("a");
  link.className = "balai-help";
  link.href = lesson.url;
  link.target = "_blank";
  link.textContent = "?";
  link.setAttribute("aria-label", `Pelajaran: ${lesson.title} (tab baru)`);
  link.title = `Pelajaran: ${lesson.title}`;
  place.append(" ", link);
}

const add = location.pathname.match(/\/pages\/add\/([\w-]+)\/([\w-]+)\//);
const edit = location.pathname.match(/\/pages\/(\d+)\/edit\//);
const address = add ? `/admin/bantuan/jenis/${add[1]}/${add[2]}/` : edit && `/admin/bantuan/halaman/${edit[1]}/`;
const answer = address && (await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null));
if (answer?.ok && answer.headers.get("Content-Type")?.includes("json")) {
  const lessons = await answer.json();
  for (const [field, lesson] of Object.entries(lessons)) {
    const place = field
      ? document.querySelector(`#panel-child-isi-${CSS.escape(field)}-section .w-panel__heading, label[for="id_${CSS.escape(field)}"]`)
      : document.querySelector(".w-header__title, h1, .w-slim-header h1, #header-title");
    if (place) mark(place, lesson);
  }
}
