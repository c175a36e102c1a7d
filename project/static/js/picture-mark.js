// In the editor of a lesson: a frame or an arrow is drawn over the picture of its step by mouse or finger. The numbers
// stay in the form's own fields, where they can be typed as well.

const NAMES = ["left", "top", "width", "height"];
const SVG = "http://www.w3.org/2000/svg";

function enhance(form) {
  const field = (name) => form.querySelector(`[name$="-mark-${name}"]`);
  const shape = field("shape");
  if (!shape || form.dataset.marked) return;
  form.dataset.marked = "1";
  const prefix = shape.name.replace(/-mark-shape$/, "");
  const picture = () => document.querySelector(`#${CSS.escape(prefix)}-picture-chooser [data-chooser-image], #${CSS.escape(prefix)}-picture-chooser img`);

  const board = document.createElement("div");
  board.className = "balai-mark";
  board.hidden = true;
  const image = document.createElement("img");
  image.alt = "";
  image.draggable = false;
  const layer = document.createElementNS(SVG, "svg");
  layer.setAttribute("viewBox", "0 0 100 100");
  layer.setAttribute("preserveAspectRatio", "none");
  const drawn = document.createElementNS(SVG, "path");
  layer.append(drawn);
  const words = document.createElement("p");
  words.className = "help";
  board.append(image, layer);
  form.append(words, board);

  const number = (name) => (field(name).value === "" ? null : Number(field(name).value));
  const show = () => {
    const source = picture();
    board.hidden = !(shape.value && source);
    words.textContent = !shape.value ? "" : !source ? "Pilih gambarnya dulu, lalu gambarlah tandanya di sini."
      : shape.value === "panah" ? "Tekan tempat yang ditunjuk panah." : "Tarik dari sudut ke sudut di sekeliling yang ditekan.";
    if (board.hidden) return;
    if (image.src !== source.src) image.src = source.src;
    const [x, y, w, h] = NAMES.map(number);
    if (x === null || y === null) return drawn.removeAttribute("d");
    if (shape.value === "panah") {
      const side = x >= 50 ? -1 : 1;
      const rise = y >= 50 ? -1 : 1;
      drawn.setAttribute("d", `M${x + side * 20} ${y + rise * 20}L${x} ${y}M${x} ${y + rise * 8}L${x} ${y}L${x + side * 8} ${y}`);
    } else drawn.setAttribute("d", `M${x} ${y}h${w ?? 0}v${h ?? 0}h-${w ?? 0}z`);
  };
  const set = (values) => {
    for (const [name, value] of Object.entries(values)) {
      field(name).value = value === null ? "" : String(Math.round(value));
      field(name).dispatchEvent(new Event("change", { bubbles: true }));
    }
    show();
  };
  const place = (event) => {
    const box = layer.getBoundingClientRect();
    const inside = (value) => Math.min(100, Math.max(0, value));
    return [inside(((event.clientX - box.left) / box.width) * 100), inside(((event.clientY - box.top) / box.height) * 100)];
  };
  let start = null;
  layer.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    layer.setPointerCapture(event.pointerId);
    start = place(event);
    if (shape.value === "panah") set({ left: start[0], top: start[1], width: null, height: null });
  });
  layer.addEventListener("pointermove", (event) => {
    if (!start || shape.value !== "bingkai") return;
    const [x, y] = place(event);
    set({ left: Math.min(x, start[0]), top: Math.min(y, start[1]), width: Math.abs(x - start[0]), height: Math.abs(y - start[1]) });
  });
  layer.addEventListener("pointerup", () => { start = null; });
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  new MutationObserver(show).observe(document.querySelector(`#${CSS.escape(prefix)}-picture-chooser`) ?? form, { subtree: true, attributes: true, attributeFilter: ["src", "class"] });
  show();
}

const all = () => document.querySelectorAll(".picture-mark-form").forEach(enhance);
new MutationObserver(all).observe(document.body, { childList: true, subtree: true });
all();
