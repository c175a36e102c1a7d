// Progress through lessons: for each lesson the ids of the steps that are done. Kept on this device, or, for whoever has
// signed in here, by the server under his name. A step keeps its id when an editor moves or rewrites it.

const { kept, keep } = window.balai ?? { kept: () => null, keep: () => {} };

const keyOf = (lesson) => `lesson:${lesson}`;
const doneSteps = (lesson) => {
  const steps = kept(keyOf(lesson));
  return Array.isArray(steps) ? steps : [];
};

function followLesson(lesson) {
  const key = keyOf(lesson.dataset.lesson);
  const steps = [...lesson.querySelectorAll("[data-step]")];
  if (!steps.length) return;
  const ids = steps.map((step) => step.dataset.step);
  const line = lesson.querySelector("[data-progress]");
  const words = line.querySelector("[data-progress-words]");
  const onward = line.querySelector("[data-progress-next]");
  const keptLine = lesson.querySelector("[data-progress-kept]");
  let done = new Set(doneSteps(lesson.dataset.lesson).filter((id) => ids.includes(id)));

  const show = () => {
    const next = ids.findIndex((id) => !done.has(id));
    words.textContent = next < 0 ? `Selesai: ${ids.length} dari ${ids.length} langkah` : `Langkah ${next + 1} dari ${ids.length}`;
    onward.hidden = next < 1;
    onward.href = `#langkah-${next + 1}`;
    onward.textContent = `Lanjutkan dari langkah ${next + 1}`;
    line.hidden = false;
    keptLine.hidden = done.size === 0;
    const mark = (part, i) => { part.className = done.has(ids[i]) ? "done" : i === next ? "now" : ""; };
    lesson.querySelectorAll(".bars i").forEach(mark);
    lesson.querySelectorAll(".step-list li").forEach(mark);
    steps.forEach((step) => {
      const button = step.querySelector("[data-done]");
      button.hidden = false;
      button.setAttribute("aria-pressed", String(done.has(step.dataset.step)));
    });
  };
  const store = () => {
    keep(key, done.size ? [...done] : null);
    show();
  };

  const own = kept("learner") && `/pelatihan/saya/pelajaran/${lesson.dataset.lesson}/`;
  const keptWords = keptLine.querySelector("[data-progress-kept-words]");
  let token = null; // of the server, once it has said who this is
  const fromServer = async (body) => {
    const options = { headers: { Accept: "application/json" } };
    if (body) Object.assign(options, { method: "POST", body: new URLSearchParams(body), headers: { ...options.headers, "X-CSRFToken": token } });
    const answer = await fetch(own, options);
    if (answer.status === 401 || answer.status === 403) keep("learner", null);
    if (!answer.ok) throw new Error(answer.status);
    const known = await answer.json();
    token = known.token;
    done = new Set(known.steps);
    keptWords.textContent = `Kemajuan disimpan atas nama ${known.name}.`;
    keptLine.querySelector("button").hidden = true;
    show();
  };
  const toggle = (id) => {
    const was = done.has(id);
    if (!done.delete(id)) done.add(id);
    if (!token) return store();
    show();
    return fromServer({ step: id, done: was ? "0" : "1" }).catch(() => {
      // No signal: it waits on the device, and "Belajar saya" offers to take it over.
      if (!was) keep(key, [...new Set([...doneSteps(lesson.dataset.lesson), id])]);
      keptWords.textContent = "Belum terkirim. Langkah ini disimpan di perangkat; buka “Belajar saya” bila sinyal sudah ada.";
    });
  };
  if (own) fromServer().catch(() => {});

  steps.forEach((step) => {
    step.querySelector("[data-done]").addEventListener("click", () => toggle(step.dataset.step));
  });
  onward.addEventListener("click", (event) => {
    const target = document.querySelector(onward.hash);
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  });
  lesson.querySelector("[data-progress-clear]").addEventListener("click", () => {
    done = new Set();
    store();
    steps[0].querySelector("[data-done]").focus();
  });
  show();
}

function markCourse(entries) {
  let finished = 0;
  for (const entry of entries) {
    const total = Number(entry.dataset.total);
    const done = Math.min(doneSteps(entry.dataset.lessonProgress).length, total);
    if (total && done === total) {
      finished += 1;
      entry.closest("li").classList.add("complete");
    }
    entry.hidden = done === 0;
    entry.textContent = done === total ? " · selesai" : ` · ${done} dari ${total} langkah selesai`;
  }
  const line = document.querySelector("[data-course]");
  if (line && finished) {
    line.hidden = false;
    line.textContent = `${finished} dari ${entries.length} pelajaran selesai di perangkat ini.`;
  }
}

const lesson = document.querySelector("[data-lesson]");
if (lesson) followLesson(lesson);
const entries = [...document.querySelectorAll("[data-lesson-progress]")];
if (entries.length) markCourse(entries);
// Coming back from a lesson, browsers may show the course as it was left.
addEventListener("pageshow", (event) => { if (event.persisted && entries.length) markCourse(entries); });
