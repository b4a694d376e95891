/**
 * What a runner may choose between: steps of load, and what may stand in for an exercise.
 *
 * @typedef {import("./steps.js").Exercise} Exercise
 */
import { chosen } from "./steps.js";

const KG_PER_LB = 0.45359237;

/** Steps a load can go in: pairs of plates, small plates, dumbbells. [kg or lb]
 * @type {Record<string, number[]>} */
export const LOAD_STEPS = { metric: [2.5, 1.25, 1, 0.5], imperial: [5, 2.5, 1] };

/** A load in the runner's unit.
 * @param {number} kg @param {string} units */
export const shownLoad = (kg, units) =>
  units === "imperial" ? Math.round((kg / KG_PER_LB) * 10) / 10 : Math.round(kg * 100) / 100;

/** @param {number} shown @param {string} units @returns {number} [kg] */
export const toKg = (shown, units) =>
  units === "imperial" ? Math.round(shown * KG_PER_LB * 100) / 100 : shown;

/** The next rung of a ladder of steps, up or down; never below 0.
 * @param {number} value
 * @param {number} step @param {1 | -1} way */
export function stepped(value, step, way) {
  const rungs = value / step;
  const next = way > 0 ? Math.floor(rungs + 1e-6) + 1 : Math.ceil(rungs - 1e-6) - 1;
  return Math.max(0, Math.round(next * step * 100) / 100);
}

/** @param {import("./steps.js").Script} script @param {string} region @param {number} pain_0_10
 * @returns {"green" | "amber" | "red"} */
export function light(script, region, pain_0_10) {
  const limit = script.pain_limits.find((one) => one.region === region);
  if (!limit || pain_0_10 > limit.amber_max_0_10) return "red";
  return pain_0_10 > limit.green_max_0_10 ? "amber" : "green";
}

/** Exercises that may stand in for the one chosen, the easier one first; none that a sore region
 * rules out.
 * @param {import("./steps.js").Item} item @param {string | undefined} pick
 * @param {string[]} sore @returns {Exercise[]} */
export function instead(item, pick, sore) {
  const now = chosen(item, pick).exercise;
  const all = [item.easier, ...(item.swaps ?? []), item.prescribed];
  return /** @type {Exercise[]} */ (all.filter((one) => one)).filter(
    (one) => one.exercise !== now && !one.not_for?.some((region) => sore.includes(region)),
  );
}
