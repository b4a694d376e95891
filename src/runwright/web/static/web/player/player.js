/** A session on the screen: what is shown follows from it; every step is kept before it shows. */
import { clock } from "./dom.js";
import { doneScreen } from "./done.js";
import { endScreen, keptScreen, overviewScreen } from "./finish.js";
import { asked, performed } from "./record.js";
import { lockedScreen } from "./locked.js";
import { restScreen } from "./rest.js";
import { cue, say } from "./said.js";
import { queue, sendAll, takeOut } from "./send.js";
import { hurtsSheet, skipSheet, swapSheet } from "./sheets.js";
import { beepAt, buzz, mute, silence, speak, stayAwake, useVoice, wake } from "./sound.js";
import { act, begun, done, heldSoFar_s, left_ms, open } from "./state.js";
import { chosen, sequence, versionOf } from "./steps.js";
import { all, forget, keep } from "./store.js";
import { workScreen } from "./work.js";

/** @typedef {import("./steps.js").Script} Script */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Told} Told */
/** @typedef {{mute?: boolean, loadStep?: number}} Settings */
/** @typedef {{region?: string, side?: string, pain_0_10?: number}} Hurt */
/** @typedef {{document: import("./record.js").Performed, isInDiary: boolean, state?: State}} Before */

const BEEPS_AHEAD = 6; // timers that follow each other without a press
const SECOND_PRESS_MS = 350; // sooner, it is the same press
const HOUR_S = 3600;
const KEPT_MS = 14 * 24 * HOUR_S * 1000; // a finished session can be looked at this long

const SCREENS = {
  work: workScreen, ready: workScreen, hold: workScreen, rest: restScreen, end: endScreen, kept: keptScreen,
};
const SHEETS = { hurts: hurtsSheet, skip: skipSheet, swap: swapSheet };

export class Player {
  /** @param {HTMLElement} place @param {Script} script
   * @param {import("./record.js").Last} last @param {Settings} settings */
  constructor(place, script, last, settings) {
    this.place = place;
    this.script = script;
    this.last = last;
    this.settings = settings;
    const { home, runner, units, query, download, bring, diary, alone } = place.dataset;
    this.home = home ?? "";
    this.runner = runner ?? "";
    this.units = units ?? "metric";
    this.query = query ?? "";
    this.download = download?.replace("SCRIPT", encodeURIComponent(script.id)) ?? "";
    this.bring = bring ?? "";
    this.diary = diary ?? "";
    this.isAlone = alone !== undefined;
    /** @type {State | null} a session under way that may be gone on with */
    this.waiting = null;
    /** @type {State | null} the same, put aside to start over */
    this.aside = null;
    /** @type {Before | null} how it was done already */
    this.before = null;
    this.state = begun(script, 0, "", 0);
    this.hasBegun = false;
    /** @type {keyof typeof SHEETS | null} */
    this.sheet = null;
    /** @type {Hurt} */
    this.hurt = {};
    /** @type {import("./send.js").Outcome | null} */
    this.outcome = null;
    /** @type {import("./locked.js").Lock | null} why it has to wait */
    this.lock = null;
    // what was announced last, so that nothing is said twice
    this.said = "";
    this.shown = "";
    this.pressedAt = 0;
    mute(Boolean(settings.mute));
    useVoice(place.dataset.voice !== "off");
  }

  get version() {
    return versionOf(this.script, this.state.minutes);
  }

  get steps() {
    return sequence(this.version, this.state.picks);
  }

  get open() {
    return open(this.script, this.state);
  }

  get step() {
    return this.open[0];
  }

  /** What "it hurts" speaks of: in a rest, what was just done; and its next set, where one is left.
   * @returns {{label: string, step: import("./steps.js").Step | undefined}} */
  get sore() {
    const { state } = this;
    const last = state.phase === "rest" ? done(state).at(-1) : undefined;
    const label = state.phase === "end" ? "" : last?.label ?? this.step.label;
    return { label, step: this.open.find((one) => one.label === label) };
  }

  /** Name of what "it hurts" speaks of. */
  get soreName() {
    const { label, step } = this.sore;
    const last = done(this.state).filter((one) => one.label === label).at(-1);
    return step?.exercise.name ?? (last && this.exercise(last)?.name);
  }

  get key() {
    return `${this.runner}/${this.script.id}`;
  }

  /** The exercise of a logged set.
   * @param {import("./state.js").Event} one */
  exercise(one) {
    const items = this.version.blocks.flatMap((block) => block.items);
    const item = items.find((each) => each.label === one.label);
    return item && chosen(item, one.exercise);
  }

  /** Pains beyond what their region may bear. */
  hardPains() {
    return this.state.pains.filter((one) => {
      const limit = this.script.pain_limits.find((each) => each.region === one.region);
      return !limit || one.pain_0_10 > limit.amber_max_0_10;
    });
  }

  /** @param {number} minutes */
  choose(minutes) {
    this.state = { ...this.state, minutes };
    this.show();
  }

  start() {
    wake();
    const at = Date.now();
    this.state = this.waiting ?? begun(this.script, this.state.minutes, newId(), at);
    this.waiting = this.aside = null;
    this.hasBegun = true;
    void stayAwake(true);
    this.changed();
  }

  /** Put a session under way aside, or take it up again; it is gone when another one starts. */
  startOver() {
    [this.waiting, this.aside] = [this.aside, this.waiting];
    this.show();
  }

  /** End a session that was left with what was done of it, then. */
  endThere() {
    if (!this.waiting) return;
    const at = this.waiting.trail.at(-1)?.at ?? this.waiting.startedAt;
    this.state = act(this.script, this.waiting, { type: "stop", at, ended: "shortened" });
    this.waiting = null;
    this.hasBegun = true;
    this.changed();
  }

  /** Do a finished session once more, on purpose. */
  again() {
    this.before = null;
    this.show();
  }

  /** Say it otherwise while it waits on this phone.
   * @param {State} finished */
  async reopen(finished) {
    if (!this.isAlone) await takeOut(performed(this.script, finished));
    this.state = act(this.script, finished, { type: "reopen", at: Date.now() });
    this.before = null;
    this.outcome = null;
    this.hasBegun = true;
    this.changed();
  }

  /** What the one big button does. */
  press() {
    const { state, step } = this;
    const at = Date.now();
    if (at - this.pressedAt < SECOND_PRESS_MS) return undefined;
    this.pressedAt = at;
    wake();
    if (state.pausedAt !== null) return this.act({ type: "resume" });
    if (state.phase === "ready") return this.act({ type: "adjust", by_s: -HOUR_S });
    if (state.phase === "hold") return this.act({ type: "done", got: { hold_s: heldSoFar_s(state, at) } });
    if (state.phase === "rest") return this.act({ type: "go" });
    if (step.set.hold_s !== undefined) return this.act({ type: "go" });
    return this.act({ type: "done", got: asked(step, state, this.last) });
  }

  /** @param {Told} told */
  act(told) {
    const at = Date.now();
    this.sheet = null;
    this.state = act(this.script, this.state, { ...told, at });
    this.state = act(this.script, this.state, { type: "tick", at });
    this.changed();
  }

  /** Change what was told, without a new screen under the thumb.
   * @param {Told} told */
  tell(told) {
    this.state = act(this.script, this.state, { ...told, at: Date.now() });
    void this.save();
  }

  /** @param {keyof typeof SHEETS} name @param {Hurt} [told] */
  ask(name, told = {}) {
    this.sheet = name;
    this.hurt = told;
    this.show();
  }

  closeSheet() {
    this.sheet = null;
    this.show();
  }

  /** Write a pain down, then do something about it.
   * @param {Told} [then] */
  noteHurt(then) {
    const at = Date.now();
    const { region = "", side, pain_0_10 = 0 } = this.hurt;
    const pain = { region, pain_0_10, at, label: this.sore.label, ...(side ? { side } : {}) };
    this.state = act(this.script, this.state, { type: "hurt", at, pain });
    if (then) return this.act(then);
    this.sheet = null;
    this.changed();
  }

  toggleVoice() {
    this.set({ mute: !this.settings.mute });
  }

  /** @param {Settings} more */
  set(more) {
    this.settings = { ...this.settings, ...more };
    mute(Boolean(this.settings.mute));
    void keep("settings", "player", this.settings);
    this.changed();
  }

  save() {
    return this.hasBegun
      ? keep("sessions", this.key, { key: this.key, state: this.state, script: this.script })
      : Promise.resolve();
  }

  changed() {
    void this.save();
    this.show();
    this.schedule();
  }

  /** The page is looked at again: settle what ran out, and sound what is still to come. */
  wakeUp() {
    this.tick();
    if (!this.hasBegun || this.state.phase === "kept") return;
    void stayAwake(true);
    this.schedule();
  }

  /** Sound what is to come, as far ahead as it is certain. */
  schedule() {
    const { script, state } = this;
    if (!state.timer || state.pausedAt !== null) return silence();
    const ends = [];
    for (let ahead = state; ahead.timer && ends.length < BEEPS_AHEAD; ) {
      const { kind, until } = ahead.timer;
      ends.push(until);
      if (kind === "rest") break;
      ahead = act(script, ahead, { type: "tick", at: until });
    }
    beepAt(ends, Date.now());
  }

  /** Stop here and now.
   * @param {import("./locked.js").Lock} lock */
  holdBack(lock) {
    this.lock = lock;
    this.sheet = null;
    silence();
    this.show();
  }

  /** End what has to wait, with every set that was done. */
  endLocked() {
    this.lock = null;
    if (this.waiting) this.endThere();
    else this.act({ type: "stop", ended: "shortened" });
  }

  show() {
    const { state } = this;
    const ahead = this.before ? doneScreen : overviewScreen;
    const screen = this.lock ? lockedScreen : this.hasBegun ? SCREENS[state.phase] : ahead;
    const shown = this.sheet ? SHEETS[this.sheet](this) : screen(this);
    const isNew = this.sheet || `${state.phase} ${this.step?.key} ${state.trail.length} ${this.hasBegun}`;
    const focused = isNew === this.shown ? focusName() : "";
    this.place.replaceChildren(shown);
    if (isNew !== this.shown) window.scrollTo(0, 0);
    this.shown = isNew;
    refocus(this.place, focused);
    this.tick();
    this.announce();
  }

  /** Say what begins, once: aloud, and to a screen reader. */
  announce() {
    const { state, step } = this;
    if (!this.hasBegun || this.sheet || !step) return;
    const isDoing = state.phase === "work" || state.phase === "ready";
    const text = isDoing ? cue(step, step.isSecond) : state.phase === "rest" ? say("rest") : "";
    const name = `${step.key} ${state.trail.length} ${state.phase === "rest"}`;
    if (!text || this.said === name) return;
    this.said = name;
    const live = document.getElementById("live");
    if (live) live.textContent = text;
    if (isDoing) speak(text);
  }

  tick() {
    const { state } = this;
    const now = Date.now();
    if (!this.hasBegun || !state.timer) return;
    const next = act(this.script, state, { type: "tick", at: now });
    if (next !== state) {
      this.state = next;
      buzz([200]);
      return this.changed();
    }
    this.showTime(state.timer, left_ms(state, now));
  }

  /** @param {import("./state.js").Timer} timer @param {number} ms */
  showTime(timer, ms) {
    const text = ms < 0 && timer.kind === "rest" ? `+${clock(-ms)}` : clock(ms);
    for (const one of this.place.querySelectorAll("[data-clock]")) one.textContent = text;
    for (const one of this.place.querySelectorAll("[data-drain]")) {
      const share = Math.max(0, Math.min(1, ms / (timer.until - timer.from || 1)));
      /** @type {HTMLElement} */ (one).style.setProperty("--left", `${share * 100}%`);
    }
    const over = this.place.querySelector("[data-over]");
    if (over && ms <= 0 && !over.classList.contains("p-over")) {
      over.classList.add("p-over");
      over.textContent = over.getAttribute("data-over");
      buzz([200, 100, 200]);
      speak(cue(this.step, false));
    }
  }

  /** Keep what was done until the diary has it, and send it. */
  async finish() {
    const document = performed(this.script, this.state);
    if (!this.isAlone) await queue(document, this.runner);
    this.state = act(this.script, this.state, { type: "kept", at: Date.now() });
    await this.save();
    await this.forgetOld();
    void stayAwake(false);
    silence();
    this.show();
    await this.send();
  }

  /** Finished sessions are not kept for ever. */
  async forgetOld() {
    const oldest = Date.now() - KEPT_MS;
    for (const { key, state } of await all("sessions")) {
      if (state.phase === "kept" && state.startedAt < oldest) await forget("sessions", key);
    }
  }

  async send() {
    this.outcome = this.isAlone ? { waiting: 1, trouble: "alone", says: "" } : await sendAll();
    this.show();
  }
}

/** A name no other session has; a page without HTTPS makes its own. */
const newId = () =>
  crypto.randomUUID?.() ??
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join("");

/** How the element in focus may be found again. */
function focusName() {
  const on = document.activeElement;
  if (!(on instanceof HTMLElement)) return "";
  if (on instanceof HTMLInputElement && on.name) return `[name="${on.name}"][value="${on.value}"]`;
  if (on.dataset.keep) return `[data-keep="${on.dataset.keep}"]`;
  return on.getAttribute("aria-label") ? `[aria-label="${on.getAttribute("aria-label")}"]` : "";
}

/** @param {HTMLElement} place @param {string} focused */
function refocus(place, focused) {
  const again = focused && place.querySelector(focused);
  const found = again || place.querySelector("[data-first]");
  if (found instanceof HTMLElement) found.focus({ preventScroll: true });
}
