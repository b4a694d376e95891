/**
 * What a runner may choose between: steps of load, another weight for the sets that are left, and what
 * may stand in for an exercise.
 *
 * @typedef {import("./steps.js").Exercise} Exercise
 */
import { chosen } from "./steps.js";

const KG_PER_LB = 0.45359237;
const NEAR_KG = 0.006;
const NEAR_LB = 0.03;
const SMALL_LB = 10;

/** Steps a load can go in: pairs of plates, small plates, dumbbells. [kg or lb]
 * @type {Record<string, number[]>} */
export const LOAD_STEPS = { metric: [2.5, 1.25, 1, 0.5], imperial: [5, 2.5, 1] };

/** A load in the runner's unit, no finer than weights are made; as the pages show it.
 * @param {number} kg @param {string} units */
export function shownLoad(kg, units) {
  if (units !== "imperial") {
    const quarter = Math.round(kg * 4) / 4;
    return Math.abs(kg - quarter) <= NEAR_KG ? quarter : Math.round(kg * 10) / 10;
  }
  const pounds = kg / KG_PER_LB;
  const half = Math.round(pounds * 2) / 2;
  if (Math.abs(pounds - half) <= NEAR_LB) return half;
  return pounds < SMALL_LB ? Math.round(pounds * 10) / 10 : Math.round(pounds);
}

/** @param {number} shown @param {string} units @returns {number} [kg], to ten grams */
export const toKg = (shown, units) =>
  Math.round(shown * (units === "imperial" ? KG_PER_LB : 1) * 100) / 100;

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

/**
 * The weight the sets that are left may take, after the sets of one round; null for none.
 *
 * @param {Exercise} exercise @param {Pick<import("./state.js").Event, "got" | "isRamp">[]} sets
 * @param {boolean} hurts whether what it works on hurt above green today
 * @returns {{load_kg: number, isHeavier: boolean} | null}
 */
export function otherWeight(exercise, sets, hurts) {
  const between = exercise.set_to_set;
  const range = exercise.sets.find((one) => one.ramp_share === undefined)?.reps;
  const now = sets[0]?.got.load_kg;
  if (!between || !range || !now || sets.some((one) => one.isRamp)) return null;
  const [bottom, top] = range;
  const reps = Math.min(...sets.map((one) => one.got.reps ?? 0));
  const left = Math.min(...sets.map((one) => one.got.rir ?? Infinity));
  if (reps < bottom || (reps === bottom && left === 0)) {
    const load_kg = between.loads_kg.filter((one) => one < now - NEAR_KG).at(-1);
    return load_kg === undefined ? null : { load_kg, isHeavier: false };
  }
  const isTold = sets.every((one) => one.got.rir !== undefined);
  const most = (between.heavier ?? []).find((one) => left >= one.rir)?.load_share ?? 0;
  if (hurts || !isTold || reps < top) return null;
  const load_kg = between.loads_kg.filter((one) => one > now + NEAR_KG && one <= now * most + NEAR_KG).at(-1);
  return load_kg === undefined ? null : { load_kg, isHeavier: true };
}
