// Runs before the first paint, inline in <head>, so it stays tiny.
// What the device keeps: text size, ticks, progress. Storage may be off or full (private mode): then nothing is
// kept and nothing breaks. Everything is one JSON value per key.
window.balai = {
kept(key) { try { return JSON.parse(localStorage.getItem("balai:" + key)) } catch { return null } },
keep(key, value) {
try {
if (value === null) localStorage.removeItem("balai:" + key)
else localStorage.setItem("balai:" + key, JSON.stringify(value))
} catch {}
},
};
// Text size: 1 (as designed), 2, 3.
document.documentElement.dataset.text = [2, 3].includes(balai.kept("text")) ? balai.kept("text") : 1;
