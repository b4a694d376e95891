/** Elements and figures. */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {string | number | boolean | null | undefined | ((event: Event) => void)} Told */
/** @template {string} N
 * @typedef {N extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[N] : HTMLElement} Named */
/** @template {string} T
 * @typedef {T extends `${infer N}.${string}` ? Named<N> : Named<T>} Made */

/** An element.
 * @template {string} T
 * @param {T} tag `name.class.class`
 * @param {Record<string, Told>} [set] attributes; functions listen, true is present, false and
 * null are absent
 * @param {Child[]} children
 * @returns {Made<T>} */
export function h(tag, set = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(name);
  if (classes.length) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(set)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined)
      made.setAttribute(key, `${value}`);
  }
  for (const one of children) if (one) made.append(one);
  return /** @type {Made<T>} */ (/** @type {unknown} */ (made));
}

const SHAPES = {
  close: "M6 6l12 12M18 6 6 18",
  back: "M15 5l-7 7 7 7",
  left: "M11 6l-6 6 6 6M5 12h14",
  right: "M13 6l6 6-6 6M5 12h14",
  sound: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  mute: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5",
  hurts: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5v5.5M12 16.4v.2",
  skip: "M6 6l9 6-9 6zM18.5 6v12",
  pause: "M9 6v12M15 6v12",
  play: "M8 5.5l11 6.5-11 6.5z",
  swap: "M4 8h13l-3-3M20 16H7l3 3",
  talk: "M5 5h14v11H11l-4 3.5V16H5z",
  less: "M5 12h14",
  more: "M5 12h14M12 5v14",
  check: "M4.5 12.5l5 5 10-11",
};

/** @typedef {keyof typeof SHAPES} Shape */

/** @param {Shape} name @returns {SVGSVGElement} */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** A row of radio cells.
 * @param {string} name @param {string} legend
 * @param {{value: string, text: string, is?: boolean, tone?: string, label?: string}[]} choices
 * @param {(value: string) => void} chose @param {string} [aside] */
export const cells = (name, legend, choices, chose, aside = "") =>
  h("fieldset.p-cells-field", {},
    h("legend", {}, legend, aside && h("span", {}, aside)),
    h(`div.p-cells.p-of-${choices.length}`, {},
      ...choices.map((one) =>
        h(`label${one.tone ? `.p-${one.tone}` : ""}`, {},
          h("input", {
            type: "radio", name, value: one.value, checked: one.is,
            "aria-label": one.label, change: () => chose(one.value),
          }),
          one.text,
        ))));

/** @type {Map<string, Promise<string>>} */
const drawings = new Map();

/** A place for the figure of an exercise; drawn for the right side, its mirror image is the left.
 * @param {string} exercise @param {string} name @param {string} query
 * @param {{mirrored?: boolean, still?: boolean}} [how] @returns {HTMLElement} */
export function figure(exercise, name, query, how = {}) {
  const { mirrored = false, still = false } = how;
  const place = h(`div.p-fig${mirrored ? ".p-mirrored" : ""}`);
  const address = addressOf(exercise, query);
  const text = drawing(exercise, address);
  void text.then((svgText) => {
    const read = new DOMParser().parseFromString(svgText, "image/svg+xml").documentElement;
    if (read.localName !== "svg") return place.classList.add("p-none");
    const svg = /** @type {SVGSVGElement} */ (/** @type {Node} */ (document.importNode(read, true)));
    svg.querySelectorAll("title, desc").forEach((one) => one.remove());
    svg.setAttribute("aria-label", name);
    place.append(svg);
    if (still) svg.pauseAnimations();
  });
  return place;
}

/** Have drawings at hand before they are shown, one after the other.
 * @param {string[]} exercises
 * @param {string} query */
export async function fetchAhead(exercises, query) {
  for (const one of new Set(exercises)) await drawing(one, addressOf(one, query));
}

/** @param {string} exercise @param {string} query */
const addressOf = (exercise, query) => `/api/v1/figures/${exercise}.svg?${query}`;

/** @param {string} exercise @param {string} address @returns {Promise<string>} */
function drawing(exercise, address) {
  const text = drawings.get(address) ?? fetchDrawing(exercise, address);
  drawings.set(address, text);
  return text;
}

/** @param {string} exercise @param {string} address @returns {Promise<string>} */
async function fetchDrawing(exercise, address) {
  const inlined = document.getElementById(`figure-${exercise}`);
  if (inlined) return inlined.textContent ?? "";
  try {
    const answer = await fetch(address);
    if (answer.ok) return await answer.text();
  } catch {
    drawings.delete(address); // ask again when there is a connection
  }
  return "<none/>";
}

/** `1:24`; never below 0.
 * @param {number} ms */
export function clock(ms) {
  const s = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
}
