// @ts-check
/**
 * Drag a session of the week to another day. The forms below do the same without any of this.
 *
 * While a session is carried, every day shows what it would cost, as the page of the move says it;
 * where it is dropped, that page's verdict is shown beside the week, with its own form.
 */

const LEFT = 58;
const COLUMN = 115;
const WIDTH = 868;
const DAYS = 7;
const TOP_OF_PRICE = 38;
const FAR_ENOUGH_PX = 6;
const SVG = "http://www.w3.org/2000/svg";

/** @typedef {{to: string, cost: string, shut: boolean}} Price */

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/**
 * @param {string} address
 * @returns {Promise<Document>}
 */
async function fetched(address) {
  const response = await fetch(address, { credentials: "same-origin" });
  if (!response.ok || response.redirected) throw new Error(String(response.status));
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/**
 * @param {string} address
 * @returns {Promise<Document>}
 */
function page(address) {
  const known = pages.get(address);
  if (known) return known;
  const asked = fetched(address);
  pages.set(address, asked);
  asked.catch(() => pages.delete(address));
  return asked;
}

/**
 * @param {string} move
 * @returns {Promise<Price[]>}
 */
async function prices(move) {
  const found = await page(move);
  return [...found.querySelectorAll("[data-to]")].map((one) => ({
    to: one.getAttribute("data-to") ?? "",
    cost: one.getAttribute("data-cost") ?? "",
    shut: one.hasAttribute("data-shut"),
  }));
}

/**
 * Show what a move means beside the week; its page where that cannot be fetched.
 * @param {string} move
 * @param {string} to
 */
async function showVerdict(move, to) {
  const address = `${move}?to=${to}`;
  const panel = document.getElementById("move-panel");
  try {
    const verdict = (await page(address)).getElementById("verdict");
    if (!panel || !verdict) throw new Error("no verdict");
    const shown = document.importNode(verdict, true);
    shown.querySelector(".keep")?.addEventListener("click", (event) => {
      event.preventDefault();
      panel.replaceChildren();
    });
    panel.replaceChildren(shown);
    shown.scrollIntoView({ block: "nearest" });
    shown.focus({ preventScroll: true });
  } catch {
    location.assign(`${address}#verdict`);
  }
}

class Week {
  /** @param {SVGSVGElement} chart */
  constructor(chart) {
    this.chart = chart;
    this.monday = "";
    /** @type {SVGElement[]} */
    this.marks = [];
  }

  /**
   * The weekday below a point of the screen; -1 outside.
   * @param {number} clientX
   * @returns {number}
   */
  weekdayAt(clientX) {
    const box = this.chart.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * WIDTH;
    const weekday = Math.floor((x - LEFT) / COLUMN);
    return weekday >= 0 && weekday < DAYS ? weekday : -1;
  }

  /** @param {Price[]} found */
  mark(found) {
    this.clear();
    const height = this.chart.viewBox.baseVal.height;
    for (const one of found) {
      const weekday = (new Date(`${one.to}T12:00:00Z`).getUTCDay() + 6) % DAYS;
      const x = LEFT + COLUMN * weekday;
      const field = document.createElementNS(SVG, "rect");
      for (const [key, value] of Object.entries({ x, y: 2, width: COLUMN, height: height - 4, rx: 6 }))
        field.setAttribute(key, String(value));
      field.setAttribute("class", `drop${one.shut ? " is-shut" : ""}`);
      field.dataset.to = one.to;
      const price = document.createElementNS(SVG, "text");
      price.setAttribute("x", String(x + 8));
      price.setAttribute("y", String(TOP_OF_PRICE));
      price.setAttribute("class", "price t11");
      price.textContent = one.cost;
      this.chart.append(field, price);
      this.marks.push(field, price);
    }
  }

  /** @param {number} weekday */
  over(weekday) {
    for (const mark of this.marks)
      mark.classList.toggle("is-over", mark.dataset.to === this.dayOf(weekday));
  }

  /**
   * @param {number} weekday
   * @returns {string}
   */
  dayOf(weekday) {
    const day = new Date(`${this.monday}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + weekday);
    return weekday < 0 ? "" : day.toISOString().slice(0, 10);
  }

  clear() {
    for (const mark of this.marks) mark.remove();
    this.marks = [];
  }
}

/**
 * The Monday of a day, both as 2026-11-24.
 * @param {string} day
 * @returns {string}
 */
function mondayOf(day) {
  const found = new Date(`${day}T12:00:00Z`);
  found.setUTCDate(found.getUTCDate() - ((found.getUTCDay() + 6) % DAYS));
  return found.toISOString().slice(0, 10);
}

/**
 * @param {Week} week
 * @param {SVGAElement} box
 * @param {HTMLElement} row
 */
function carry(week, box, row) {
  const move = row.dataset.move ?? "";
  const source = row.dataset.day ?? "";
  week.monday = mondayOf(source);
  box.classList.add("lift");
  box.setAttribute("draggable", "false");
  /** @type {HTMLElement | null} */
  let carried = null;
  /** @type {Price[]} */
  let known = [];
  let start = { x: 0, y: 0 };
  let justDropped = false;

  /** @param {PointerEvent} event */
  const moved = (event) => {
    if (!carried) {
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < FAR_ENOUGH_PX) return;
      carried = document.createElement("div");
      carried.className = "carried";
      carried.textContent = row.querySelector("h3")?.textContent ?? "";
      document.body.append(carried);
      box.classList.add("is-held");
      prices(move).then((found) => {
        known = found;
        if (carried) week.mark(found);
      }, () => {});
    }
    carried.style.left = `${event.clientX + 10}px`;
    carried.style.top = `${event.clientY + 10}px`;
    week.over(week.weekdayAt(event.clientX));
  };

  /** @param {PointerEvent | null} event */
  const ended = (event) => {
    document.removeEventListener("pointermove", moved);
    document.removeEventListener("pointerup", ended);
    document.removeEventListener("pointercancel", cancelled);
    document.removeEventListener("keydown", escaped);
    const was = carried;
    carried = null;
    was?.remove();
    box.classList.remove("is-held");
    week.clear();
    if (!was || !event) return;
    justDropped = true;
    setTimeout(() => (justDropped = false));
    const to = week.dayOf(week.weekdayAt(event.clientX));
    const offered = known.length === 0 || known.some((one) => one.to === to);
    if (to && to !== source && offered) showVerdict(move, to);
  };
  const cancelled = () => ended(null);
  /** @param {KeyboardEvent} event */
  const escaped = (event) => {
    if (event.key === "Escape") ended(null);
  };

  box.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    start = { x: event.clientX, y: event.clientY };
    document.addEventListener("pointermove", moved);
    document.addEventListener("pointerup", ended);
    document.addEventListener("pointercancel", cancelled);
    document.addEventListener("keydown", escaped);
  });
  box.addEventListener("click", (event) => {
    if (justDropped) event.preventDefault();
  });
}

const chart = /** @type {SVGSVGElement | null} */ (document.querySelector("svg.hours"));
for (const row of document.querySelectorAll("[data-move]")) {
  if (!(row instanceof HTMLElement)) continue;
  const box = chart?.querySelector(`a[href="#${CSS.escape(row.id)}"]`);
  if (chart && box instanceof SVGAElement) carry(new Week(chart), box, row);
  const form = row.querySelector("form");
  form?.addEventListener("submit", (event) => {
    const to = new FormData(form).get("to");
    if (typeof to !== "string" || !row.dataset.move) return;
    event.preventDefault();
    showVerdict(row.dataset.move, to);
  });
}
