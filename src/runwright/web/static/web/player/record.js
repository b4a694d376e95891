/**
 * From a session as it went to the document the diary takes (schemas/performed.schema.json).
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./steps.js").Script} Script
 * @typedef {Record<string, {load_kg?: number, reps?: number}>} Last by exercise, earlier sessions
 * @typedef {import("./state.js").Got & {label: string, exercise: string, number: number,
 *   ended_at: string, side?: string, is_ramp?: boolean}} PerformedSet
 * @typedef {{region: string, pain_0_10: number, told_at: string, label: string, side?: string}}
 *   PerformedPain
 * @typedef {{schema_version: string, id: string, script: string, minutes: number,
 *   started_at: string, ended_at: string, ended: "done" | "shortened" | "pain",
 *   sets: PerformedSet[], pains: PerformedPain[],
 *   skipped: {label: string, exercise: string, because: string}[], effort_0_10?: number,
 *   note: string}} Performed
 */
import { done, lasted_min, open } from "./state.js";
import { versionOf } from "./steps.js";

const MINUTE_MS = 60_000;

/** @param {number} at @returns {string} */
const moment = (at) => new Date(at).toISOString();

/**
 * @param {Script} script
 * @param {State} state
 * @returns {Performed}
 */
export function performed(script, state) {
  const skipped = skippedItems(script, state);
  const whole = !state.trail.some((one) => one.what !== "done") && !open(script, state).length;
  return {
    schema_version: "1",
    id: state.id,
    script: state.script,
    minutes: state.minutes,
    started_at: moment(state.startedAt),
    ended_at: moment(state.startedAt + lasted_min(state) * MINUTE_MS), // without long breaks
    ended: state.ended === "pain" ? "pain" : whole ? "done" : "shortened",
    sets: done(state).map((one) => ({
      label: one.label,
      exercise: one.exercise,
      number: one.number,
      ended_at: moment(one.at),
      ...(one.side ? { side: one.side } : {}),
      is_ramp: one.isRamp,
      ...one.got,
    })),
    pains: state.pains.map(({ region, pain_0_10, at, label, side }) => ({
      region, pain_0_10, told_at: moment(at), label, ...(side ? { side } : {}),
    })),
    skipped,
    ...(state.effort === null ? {} : { effort_0_10: state.effort }),
    note: state.note,
  };
}

/** Places of the session with no set done, and why.
 * @param {Script} script @param {State} state */
function skippedItems(script, state) {
  const touched = new Set(done(state).map((one) => one.label));
  const items = versionOf(script, state.minutes).blocks.flatMap((block) => block.items);
  return items
    .filter((item) => !touched.has(item.label))
    .map((item) => ({
      label: item.label,
      exercise: item.prescribed.exercise,
      because: state.trail.find((one) => one.label === item.label && one.because)?.because ?? "",
    }));
}

/**
 * What a set is logged with until the runner says otherwise: what was asked, with its load, or else
 * the load used last. Repetitions in reserve are never guessed.
 *
 * @param {import("./steps.js").Step} step
 * @param {State} state
 * @param {Last} last
 * @returns {import("./state.js").Got}
 */
export function asked(step, state, last) {
  const { set, exercise } = step;
  const isRamp = set.ramp_share !== undefined;
  const before = done(state)
    .filter((one) => one.exercise === exercise.exercise && !one.isRamp)
    .at(-1);
  const weighed = state.weights?.[step.label];
  const chosen_kg = before && weighed?.after === before.key ? weighed.load_kg : before?.got.load_kg;
  const working_kg = chosen_kg ?? exercise.load_kg ?? last[exercise.exercise]?.load_kg;
  const load_kg =
    working_kg !== undefined && isRamp ? Math.round(working_kg * (set.ramp_share ?? 1)) : working_kg;
  return {
    ...(set.reps ? { reps: (!isRamp && before?.got.reps) || set.reps[0] } : {}),
    ...(set.hold_s === undefined ? {} : { hold_s: set.hold_s }),
    ...(set.distance_m === undefined ? {} : { distance_m: set.distance_m }),
    ...(set.contacts === undefined ? {} : { contacts: set.contacts }),
    ...(exercise.loadable && load_kg !== undefined ? { load_kg } : {}),
  };
}
