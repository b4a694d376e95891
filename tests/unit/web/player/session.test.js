import assert from "node:assert/strict";
import { test } from "node:test";

import { instead, light, otherWeight, shownLoad, stepped, toKg } from "PLAYER/choices.js";
import { asked, performed } from "PLAYER/record.js";
import { codeOf } from "PLAYER/code.js";
import { act, begun, done, heldSoFar_s, lasted_min, left_ms, open } from "PLAYER/state.js";
import { minutesLeft, sequence, versionOf } from "PLAYER/steps.js";
import { script, squat } from "./session.js";

const T = Date.UTC(2026, 10, 24, 17, 0, 0);
const S = 1000;
const whole = versionOf(script, 30);
const keys = (steps) => steps.map((one) => one.key);

/** Play a session to its end, a minute a set, and return every state it went through. */
function played(state, got = {}) {
  const states = [state];
  for (let at = T; state.phase !== "end"; at += 60 * S) {
    const type = state.phase === "rest" ? "go" : "done";
    state = act(script, state, { type, at, got });
    states.push(state);
  }
  return states;
}

test("a superset takes turns set by set, after its ramp sets, left before right", () => {
  assert.deepEqual(keys(sequence(whole, {})), [
    "W1.1.both", "A1.r1.both", "A1.1.both", "A2.1.left", "A2.1.right",
    "A1.2.both", "A2.2.left", "A2.2.right",
  ]);
});

test("a swap keeps what was done and asks for the rest of it in the new exercise", () => {
  let state = begun(script, 30, "x", T);
  for (const n of [1, 2, 3]) state = act(script, state, { type: "done", at: T + n * S, got: {} });
  state = act(script, { ...state, trail: state.trail }, { type: "back", at: T + 4 * S });
  state = act(script, state, { type: "pick", exercise: "step_up", at: T + 5 * S });

  assert.deepEqual(keys(open(script, state)).slice(0, 3), ["A1.1.left", "A1.1.right", "A2.1.left"]);
});

test("after a set one rests as long as its exercise asks for since its own last set", () => {
  let state = begun(script, 30, "x", T);
  state = act(script, state, { type: "done", at: T, got: {} }); // walk; changes over to the squat
  assert.equal(state.timer.until, T + 10 * S);
  state = act(script, state, { type: "go", at: T + 10 * S });
  state = act(script, state, { type: "done", at: T + 20 * S, got: {} }); // ramp set
  assert.equal(state.timer.until, T + 50 * S);
  state = act(script, state, { type: "go", at: T + 50 * S });
  state = act(script, state, { type: "done", at: T + 100 * S, got: {} }); // squat 1, to the plank
  assert.equal(state.timer.until, T + 110 * S);
  state = act(script, state, { type: "go", at: T + 110 * S }); // 5 s ready, 30 s, 5 s, 30 s
  state = act(script, state, { type: "tick", at: T + 200 * S });

  assert.equal(state.phase, "rest");
  assert.equal(state.timer.from, T + 180 * S);
  assert.equal(state.timer.until, T + 190 * S); // squat 2: 90 s after squat 1, 10 s after the plank
});

test("timers that ran out behind a locked screen count as if somebody had watched", () => {
  let state = begun(script, 30, "x", T);
  for (const n of [1, 2, 3]) state = act(script, state, { type: "done", at: T + n, got: {} });
  state = act(script, state, { type: "go", at: T });
  const late = act(script, state, { type: "tick", at: T + 3600 * S });
  const planks = done(late).filter((one) => one.label === "A2");

  assert.deepEqual(planks.map((one) => [one.side, one.got.hold_s, (one.at - T) / S]), [
    ["left", 30, 35], ["right", 30, 70],
  ]);
  assert.equal(late.phase, "rest");
});

test("a pause stops the clock and nothing else", () => {
  let state = act(script, begun(script, 30, "x", T), { type: "go", at: T });
  state = act(script, state, { type: "tick", at: T + 6 * S });
  assert.equal(state.phase, "hold");
  state = act(script, state, { type: "pause", at: T + 15 * S });
  state = act(script, state, { type: "tick", at: T + 900 * S });
  assert.equal(state.phase, "hold");
  assert.equal(left_ms(state, T + 900 * S), 110 * S);
  state = act(script, state, { type: "resume", at: T + 1000 * S });

  assert.equal(left_ms(state, T + 1000 * S), 110 * S);
  assert.equal(heldSoFar_s(state, T + 1000 * S), 10);
});

test("back undoes the last thing, a left-out exercise too", () => {
  let state = begun(script, 30, "x", T);
  state = act(script, state, { type: "done", at: T, got: {} });
  const before = keys(open(script, state));
  state = act(script, state, { type: "leave", at: T, because: "No kit" });
  assert.equal(open(script, state).some((one) => one.label === "A1"), false);

  assert.deepEqual(keys(open(script, act(script, state, { type: "back", at: T }))), before);
});

test("a session that was saved and read again is the same session", () => {
  for (const state of played(begun(script, 30, "x", T))) {
    const again = JSON.parse(JSON.stringify(state));

    assert.deepEqual(keys(open(script, again)), keys(open(script, state)));
    assert.deepEqual(performed(script, again), performed(script, state));
  }
});

test("everything done is done, with every set once and nothing guessed", () => {
  const last = played(begun(script, 30, "x", T)).at(-1);
  const document = performed(script, last);

  assert.equal(document.ended, "done");
  assert.equal(document.sets.length, 8);
  assert.equal(new Set(document.sets.map((o) => `${o.label}${o.is_ramp}${o.number}${o.side}`)).size, 8);
  assert.ok(document.sets.every((one) => !("rir" in one)));
  assert.ok(!("effort_0_10" in document));
});

test("what was left out is named with its reason, and pain that ends a session says so", () => {
  let state = begun(script, 30, "x", T);
  state = act(script, state, { type: "done", at: T, got: {} });
  state = act(script, state, { type: "leave", at: T, because: "No kit" });
  const pain = { region: "knee", pain_0_10: 6, at: T, label: "A2", side: "left" };
  state = act(script, state, { type: "hurt", at: T, pain });
  state = act(script, state, { type: "stop", at: T + S, ended: "pain" });
  const document = performed(script, state);

  assert.equal(document.ended, "pain");
  assert.deepEqual(document.skipped, [
    { label: "A1", exercise: "squat", because: "No kit" },
    { label: "A2", exercise: "side_plank", because: "" },
  ]);
  assert.equal(document.pains[0].side, "left");
});

test("zero is a value: no repetition, no load and failure are kept", () => {
  let state = begun(script, 30, "x", T);
  state = act(script, state, { type: "done", at: T, got: {} });
  state = act(script, state, { type: "done", at: T, got: { reps: 0, load_kg: 0, rir: 0 } });

  const { reps, load_kg, rir } = performed(script, state).sets[1];
  assert.deepEqual([reps, load_kg, rir], [0, 0, 0]);
});

test("a set starts from what was asked and the load used last, a ramp set from its share", () => {
  const [, ramp, first] = sequence(whole, {});
  const state = begun(script, 30, "x", T);
  const last = { squat: { load_kg: 40, reps: 10 } };

  assert.deepEqual(asked(ramp, state, last), { reps: 5, load_kg: 20 });
  assert.deepEqual(asked(first, state, last), { reps: 8, load_kg: 40 });
  assert.deepEqual(asked(first, state, {}), { reps: 8 });
  const wanted = { ...first, exercise: { ...first.exercise, load_kg: 42.5 } };
  assert.deepEqual(asked(wanted, state, last), { reps: 8, load_kg: 42.5 });
});

test("loads go by plates, from wherever they are, and never below nothing", () => {
  assert.equal(stepped(20, 2.5, 1), 22.5);
  assert.equal(stepped(21, 2.5, 1), 22.5);
  assert.equal(stepped(21, 2.5, -1), 20);
  assert.equal(stepped(0, 2.5, -1), 0);
  assert.equal(stepped(11.25, 1.25, -1), 10);
  assert.equal(shownLoad(toKg(45, "imperial"), "imperial"), 45);
  assert.equal(shownLoad(20, "imperial"), 44);
  assert.equal(shownLoad(20.41, "metric"), 20.4);
});

test("pain is judged by the limits of its tissue, and a region nobody knows is red", () => {
  assert.deepEqual([2, 3, 4].map((pain) => light(script, "knee", pain)), ["green", "amber", "red"]);
  assert.equal(light(script, "achilles", 3), "green");
  assert.equal(light(script, "ear", 1), "red");
});

test("nothing is offered in the place of an exercise that the sore region rules out", () => {
  const [item] = whole.blocks[1].items;

  assert.deepEqual(instead(item, undefined, ["knee"]).map((one) => one.exercise), ["box_squat"]);
  assert.deepEqual(instead(item, "step_up", []).map((one) => one.exercise), ["box_squat", "squat"]);
  assert.deepEqual(instead(item, undefined, ["knee", "hip"]), []);
});

test("minutes left go from all to none", () => {
  const all = sequence(whole, {});

  assert.equal(minutesLeft(whole, all, all), 20);
  assert.equal(minutesLeft(whole, all, []), 0);
  assert.equal(squat.sets.length, 3);
});

/** The session in the rest after its first plank, both sides of it. */
function restingAfterPlank() {
  let state = begun(script, 30, "x", T);
  for (let n = 0; n < 5; n += 1) state = act(script, state, { type: "done", at: T + n * 60 * S, got: {} });
  return state;
}

test("an exercise that hurt is left out in the rest after it, and the rest goes on", () => {
  const resting = restingAfterPlank();
  const left = act(script, resting, { type: "leave", label: "A2", because: "Pain", at: T + 245 * S });

  assert.equal(resting.phase, "rest");
  assert.deepEqual(left.timer, resting.timer);
  assert.deepEqual(keys(open(script, left)), ["A1.2.both"]);
});

test("another exercise chosen in a rest comes after that rest", () => {
  const resting = restingAfterPlank();
  const picked = act(script, resting, { type: "pick", exercise: "step_up", at: T + 245 * S });

  assert.deepEqual(picked.timer, resting.timer);
  assert.equal(open(script, picked)[0].exercise.exercise, "step_up");
});

test("a set that is passed over does not take the rest before the one after it", () => {
  let state = begun(script, 30, "x", T);
  for (let n = 0; n < 3; n += 1) state = act(script, state, { type: "done", at: T + n * 60 * S, got: {} });
  state = act(script, state, { type: "leave", because: "", at: T + 130 * S }); // no plank

  assert.equal(state.phase, "rest"); // squat 2, 90 s after squat 1
  assert.equal(state.timer.until, T + 210 * S);
});

test("a break of hours does not make a session long, and the runner has the last word", () => {
  let state = begun(script, 15, "x", T);
  state = act(script, state, { type: "done", at: T + 60 * S, got: {} });
  state = act(script, state, { type: "done", at: T + 3 * 3600 * S, got: {} });
  state = act(script, state, { type: "stop", at: T + 3 * 3600 * S, ended: "shortened" });
  assert.equal(lasted_min(state), 16);
  assert.equal(performed(script, state).ended_at, new Date(T + 16 * 60 * S).toISOString());

  state = act(script, state, { type: "took", at: T, min: 12 });

  assert.equal(lasted_min(state), 12);
});

test("a session as text is short, and made of letters that survive a message", async () => {
  globalThis.window = globalThis;
  const states = played(begun(script, 30, "x", T), { reps: 8, load_kg: 12.5 });
  const code = await codeOf(performed(script, states.at(-1)));

  assert.match(code, /^RW1\.[\w-]+$/);
  assert.ok(code.length < 800, `${code.length}`);
});

const between = { ...squat, set_to_set: { loads_kg: [14, 16, 18, 20], heavier: [{ rir: 5, load_share: 1.15 }] } };
const went = (...sets) => sets.map(([load_kg, reps, rir]) => ({ isRamp: false, got: { load_kg, reps, rir } }));

test("a set at the top with more left than asked for offers the next weight, told for both sides", () => {
  assert.deepEqual(otherWeight(between, went([16, 10, 5]), false), { load_kg: 18, isHeavier: true });
  assert.equal(otherWeight(between, went([16, 10, 4]), false), null);
  assert.equal(otherWeight(between, went([16, 9, 5]), false), null);
  assert.equal(otherWeight(between, went([16, 10, undefined]), false), null);
  assert.equal(otherWeight(between, went([16, 10, 5], [16, 10, 4]), false), null);
  assert.equal(otherWeight(between, went([20, 10, 5]), false), null);
});

test("where it hurts nothing heavier is offered, and lighter all the same", () => {
  assert.equal(otherWeight(between, went([16, 10, 5]), true), null);
  assert.deepEqual(otherWeight(between, went([16, 7, 3]), true), { load_kg: 14, isHeavier: false });
});

test("nothing left at the bottom offers the next lighter weight", () => {
  assert.deepEqual(otherWeight(between, went([18, 8, 0]), false), { load_kg: 16, isHeavier: false });
  assert.equal(otherWeight(between, went([18, 8, 1]), false), null);
  assert.equal(otherWeight(between, went([18, 9, 0]), false), null);
  assert.equal(otherWeight(between, went([14, 7, 1]), false), null);
});

test("an exercise without weights to choose from offers none", () => {
  assert.equal(otherWeight(squat, went([16, 10, 5]), false), null);
});

test("the weight that was taken is what the next set begins with, and only that one", () => {
  let state = begun(script, 30, "x", T);
  for (const load_kg of [0, 8, 16]) {
    state = act(script, state, { type: "done", at: T, got: { load_kg, reps: 10 } });
  }
  const [next] = sequence(whole, {}).filter((one) => one.key === "A1.2.both");
  const taken = act(script, state, { type: "weigh", label: "A1", after: "A1.1.both", load_kg: 18, at: T });
  const old = act(script, state, { type: "weigh", label: "A1", after: "A1.r1.both", load_kg: 18, at: T });

  assert.equal(asked(next, state, {}).load_kg, 16);
  assert.equal(asked(next, taken, {}).load_kg, 18);
  assert.equal(asked(next, old, {}).load_kg, 16);
});
