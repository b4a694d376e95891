/**
 * A session as it goes: a list of what happened, a place, a timer. Everything that happens is an
 * action with its moment, so that the same actions give the same session, on any phone.
 *
 * @typedef {import("./steps.js").Script} Script
 * @typedef {import("./steps.js").Step} Step
 * @typedef {{reps?: number, hold_s?: number, distance_m?: number, contacts?: number,
 *   load_kg?: number, rir?: number}} Got
 * @typedef {{what: "done" | "passed" | "left", key: string, label: string, exercise: string,
 *   round: string, number: number, side?: string, isRamp: boolean, closes: boolean, at: number,
 *   got: Got, because?: string}} Event
 * @typedef {{kind: "ready" | "hold" | "rest", from: number, until: number}} Timer
 * @typedef {{region: string, pain_0_10: number, at: number, label: string, side?: string}} Pain
 * @typedef {{id: string, script: string, minutes: number, startedAt: number, picks:
 *   Record<string, string>, trail: Event[], pains: Pain[], phase: "work" | "ready" | "hold" |
 *   "rest" | "end" | "kept", timer: Timer | null, pausedAt: number | null, endedAt: number,
 *   ended: "" | "pain" | "shortened", effort: number | null, took_min: number | null,
 *   note: string, weights?: Record<string, {load_kg: number, after: string}>}} State by label: the
 *   weight that was chosen after a set
 * @typedef {"go" | "back" | "pause" | "resume" | "pass" | "kept" | "reopen" | "tick"} Bare
 * @typedef {{type: Bare} | {type: "done", got: Got}
 *   | {type: "leave", because: string, label?: string}
 *   | {type: "pick", exercise: string, label?: string}
 *   | {type: "adjust", by_s: number}
 *   | {type: "edit", key: string, got: Got}
 *   | {type: "weigh", label: string, after: string, load_kg: number}
 *   | {type: "hurt", pain: Pain}
 *   | {type: "stop", ended: "pain" | "shortened"}
 *   | {type: "rate", effort: number}
 *   | {type: "took", min: number}
 *   | {type: "note", note: string}} Told what happens, without its moment
 * @typedef {Told & {at: number}} Action
 */
import { restUntil, sequence, versionOf } from "./steps.js";

const MINUTE_MS = 60_000;
const LONGEST_STEP_MS = 15 * MINUTE_MS; // longer, somebody was away

/** @template {Told["type"]} T
 * @typedef {(script: Script, state: State, action: Of<T>, step: Step) => State} Does */
/** @template {Told["type"]} T
 * @typedef {{at: number} & (T extends Bare ? {type: T} : Extract<Told, {type: T}>)} Of */

/** @param {Script} script @param {number} minutes @param {string} id @param {number} at
 * @returns {State} */
export function begun(script, minutes, id, at) {
  /** @type {State} */
  const fresh = {
    id, script: script.id, minutes: versionOf(script, minutes).minutes, startedAt: at,
    picks: {}, trail: [], pains: [], phase: "work", timer: null, pausedAt: null,
    endedAt: 0, ended: "", effort: null, took_min: null, note: "",
  };
  return fresh;
}

/** Steps still to do, in order.
 * @param {Script} script @param {State} state @returns {Step[]} */
export function open(script, state) {
  const left = new Set(state.trail.filter((one) => one.what === "left").map((one) => one.label));
  const done = new Set(state.trail.map((one) => one.key));
  const closed = new Set(
    state.trail.filter((one) => one.closes).map((one) => `${one.label}.${one.round}`),
  );
  return sequence(versionOf(script, state.minutes), state.picks).filter(
    (step) =>
      !left.has(step.label) && !done.has(step.key) && !closed.has(`${step.label}.${step.round}`),
  );
}

/** @param {State} state @returns {Event[]} */
export const done = (state) => state.trail.filter((one) => one.what === "done");

/** Return the session after an action; the one before is untouched.
 * @param {Script} script @param {State} state @param {Action} action @returns {State} */
export function act(script, state, action) {
  const step = open(script, state)[0];
  const does = /** @type {Does<any>} */ (ACTIONS[action.type]);
  return does(script, state, action, step);
}

/** @type {{[T in Told["type"]]: Does<T>}} */
const ACTIONS = {
  go: (script, state, action, step) => ({ ...state, ...begins(script, step, action.at) }),
  done: (script, state, action, step) =>
    enter(script, logged(state, step, "done", action.at, action.got), action.at, step),
  pass: (script, state, action, step) =>
    enter(script, logged(state, step, "passed", action.at, {}), action.at, null),
  leave: (script, state, action, step) => {
    const place = open(script, state).find((one) => one.label === action.label) ?? step;
    const left = logged(state, place, "left", action.at, {}, action.because);
    return staysResting(state, place, step) ? left : enter(script, left, action.at, null);
  },
  pick: (_, state, action, step) => {
    const picks = { ...state.picks, [action.label ?? step.label]: action.exercise };
    return state.phase === "rest" ? { ...state, picks } : { ...state, picks, phase: "work", timer: null };
  },
  back: (_, state) =>
    state.trail.length
      ? { ...state, trail: state.trail.slice(0, -1), phase: "work", timer: null, pausedAt: null,
          ended: "" }
      : state,
  adjust: (_, state, action) =>
    state.timer
      ? { ...state, timer: { ...state.timer,
          until: Math.max(action.at, state.timer.until + action.by_s * 1000) } }
      : state,
  pause: (_, state, action) => ({ ...state, pausedAt: state.pausedAt ?? action.at }),
  resume: (_, state, action) => resumed(state, action.at),
  edit: (_, state, action) => ({
    ...state,
    trail: state.trail.map((one) =>
      one.key === action.key && one.what === "done"
        ? { ...one, got: { ...one.got, ...action.got } }
        : one,
    ),
  }),
  weigh: (_, state, { label, after, load_kg }) => ({
    ...state, weights: { ...state.weights, [label]: { after, load_kg } },
  }),
  hurt: (_, state, action) => ({ ...state, pains: [...state.pains, action.pain] }),
  stop: (_, state, action) => ({
    ...state, phase: "end", timer: null, pausedAt: null, endedAt: action.at, ended: action.ended,
  }),
  rate: (_, state, action) => ({ ...state, effort: action.effort }),
  took: (_, state, action) => ({ ...state, took_min: action.min }),
  note: (_, state, action) => ({ ...state, note: action.note }),
  kept: (_, state) => ({ ...state, phase: "kept" }),
  reopen: (_, state) => ({ ...state, phase: "end" }),
  tick: (script, state, action, step) => ticked(script, state, action.at, step),
};

/** What a step begins with: a count-in before a hold, the work itself otherwise.
 * @param {Script} script @param {Step} step @param {number} at
 * @returns {Pick<State, "phase" | "timer">} */
function begins({ times }, step, at) {
  if (step.set.hold_s === undefined) return { phase: "work", timer: null };
  const ready_s = Math.max(times.switch_s, step.exercise.setup_s);
  return { phase: "ready", timer: { kind: "ready", from: at, until: at + ready_s * 1000 } };
}

/** Whether a rest goes on: what was left out in it is not what comes next.
 * @param {State} state @param {Step} place @param {Step} next */
const staysResting = (state, place, next) => state.phase === "rest" && place.label !== next.label;

/** @param {State} state @param {Step} step @param {Event["what"]} what @param {number} at
 * @param {Got} got @param {string} [because] @returns {State} */
function logged(state, step, what, at, got, because) {
  const { key, label, round, set, closes, exercise } = step;
  /** @type {Event} */
  const event = {
    what, key, label, round, exercise: exercise.exercise, number: set.number, side: set.side,
    isRamp: set.ramp_share !== undefined, closes, at, got, because,
  };
  return { ...state, trail: [...state.trail, event] };
}

/** Go on to the next step: the other side, a rest, the work itself, or the end.
 * @returns {State}
 * @param {Script} script @param {State} state @param {number} at @param {Step | null} after */
function enter(script, state, at, after) {
  const next = open(script, state)[0];
  if (!next) return { ...state, phase: "end", timer: null, endedAt: at };
  if (after && next.isSecond && next.label === after.label)
    return { ...state, ...begins(script, next, at) };
  const until = restUntil(next, done(state), script.times);
  if (until <= at && !(after && next.item.rests)) return { ...state, phase: "work", timer: null };
  return { ...state, phase: "rest", timer: { kind: "rest", from: at, until: Math.max(at, until) } };
}

/** Let timers that are over do what they were for, each at its own end: a locked phone may look
 * late.
 * @returns {State} @param {Script} script @param {State} state @param {number} at
 * @param {Step} step */
function ticked(script, state, at, step) {
  const { timer } = state;
  if (!timer || state.pausedAt !== null || timer.until > at || timer.kind === "rest") return state;
  const hold_s = step.set.hold_s ?? 0;
  const next =
    timer.kind === "ready"
      ? held(state, timer.until, hold_s)
      : act(script, state, { type: "done", at: timer.until, got: { hold_s } });
  return ticked(script, next, at, open(script, next)[0]);
}

/** @param {State} state @param {number} from @param {number} hold_s @returns {State} */
const held = (state, from, hold_s) => ({
  ...state, phase: "hold", timer: { kind: "hold", from, until: from + hold_s * 1000 },
});

/** @param {State} state @param {number} at @returns {State} */
function resumed(state, at) {
  const { pausedAt, timer } = state;
  if (pausedAt === null) return state;
  const by = at - pausedAt;
  const moved = timer && { ...timer, from: timer.from + by, until: timer.until + by };
  return { ...state, pausedAt: null, timer: moved };
}

/** What a hold ended early came to. [s]
 * @param {State} state @param {number} at */
export const heldSoFar_s = (state, at) =>
  state.timer?.kind === "hold" ? Math.max(0, Math.round((at - state.timer.from) / 1000)) : 0;

/** Milliseconds a timer still runs; below 0 it is over.
 * @param {State} state @param {number} at */
export const left_ms = (state, at) =>
  state.timer ? state.timer.until - (state.pausedAt ?? at) : 0;

/** Minutes the session took, as the runner says; else by its moments, where a break of hours counts
 * as a short one. [min]
 * @param {State} state */
export function lasted_min(state) {
  if (state.took_min !== null) return state.took_min;
  const moments = [state.startedAt, ...state.trail.map((one) => one.at), state.endedAt];
  let total_ms = 0;
  for (let n = 1; n < moments.length; n += 1) {
    total_ms += Math.min(LONGEST_STEP_MS, Math.max(0, moments[n] - moments[n - 1]));
  }
  return Math.max(1, Math.round(total_ms / MINUTE_MS));
}
