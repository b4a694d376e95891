/**
 * Amounts, places and cues in the runner's words; the words themselves come with the page.
 *
 * @typedef {import("./steps.js").Step} Step
 * @typedef {import("./steps.js").Exercise} Exercise
 * @typedef {Pick<Step, "set" | "exercise">} Asks
 */
import { shownLoad } from "./choices.js";

/** @type {Record<string, string>} */
let words = {};

/** @param {Record<string, string>} told */
export const learn = (told) => {
  words = told;
};

/** A number as the page's language writes it, `2.5` or `2,5`.
 * @param {number} value */
export const written = (value) =>
  value.toLocaleString(globalThis.document?.documentElement.lang || "en", {
    maximumFractionDigits: 2, useGrouping: false,
  });

/** @param {string} key @param {Record<string, string | number>} [values] */
export const say = (key, values = {}) =>
  (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? written(value) : value;
  });

/** What a set asks for: a number, its unit, and a line below.
 * @param {Asks} step
 * @returns {{big: string, unit: string, below: string}} */
export function amount({ set, exercise }) {
  const each = exercise.sides === "alternating" ? say("each_side") : "";
  if (set.hold_s !== undefined) return { big: `${set.hold_s}`, unit: say("s"), below: each };
  if (set.distance_m !== undefined) return { big: `${set.distance_m}`, unit: say("m"), below: each };
  if (set.steps !== undefined) return { big: `${set.steps}`, unit: say("steps"), below: each };
  if (set.contacts !== undefined) return { big: `${set.contacts}`, unit: say("contacts"), below: each };
  const [low, high] = set.reps ?? [1, 1];
  const below = set.rep_hold_s ? say("hold_each", { s: set.rep_hold_s }) : each;
  return { big: low === high ? `${low}` : `${low}\u2013${high}`, unit: say("reps"), below };
}

/** `8–10 reps`.
 * @param {Asks} step */
export const amountLine = (step) => {
  const { big, unit, below } = amount(step);
  return [`${big} ${unit}`, below].filter(Boolean).join(", ");
};

/** `20 kg`, or nothing.
 * @param {number | undefined} kg @param {string} units */
export const loadLine = (kg, units) =>
  kg === undefined ? "" : kg === 0 ? say("body_weight") : `${written(shownLoad(kg, units))} ${say(unitOf(units))}`;

/** @param {string} units */
export const unitOf = (units) => (units === "imperial" ? "lb" : "kg");

/** @param {string | undefined} side */
export const sideName = (side) => (side ? say(side) : "");

/** `A1, set 2 of 3`.
 * @param {Step} step */
export const place = (step) =>
  step.set.ramp_share === undefined
    ? say("place", { label: step.label, n: step.set.number, of: step.count })
    : say("ramp_place", { label: step.label });

/** Its amount as a voice says it: units that are written short are said whole.
 * @param {Asks} step */
const amountAloud = (step) => {
  const { big, unit, below } = amount(step);
  const short = ["reps", "s", "m"].find((key) => say(key) === unit);
  return [`${big} ${short ? say(`${short}_aloud`) : unit}`, below].filter(Boolean).join(", ");
};

/** What is said aloud when a step begins.
 * @param {Step} step @param {boolean} isSwitch */
export function cue(step, isSwitch) {
  const { set, exercise } = step;
  const first = isSwitch ? say("switch") : `${exercise.name}.`;
  const side = set.side ? `${say(`${set.side}_side`)}.` : "";
  return [first, side, `${amountAloud(step)}.`].filter(Boolean).join(" ");
}

/** A day as one says it.
 * @param {string} day `2026-11-24` */
export const dayName = (day) =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "long", day: "numeric", month: "long", timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));

/** `18:05`, as one writes it here.
 * @param {number} minutes after midnight */
export const timeOfDay = (minutes) =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC",
  }).format(new Date(minutes * 60_000));
