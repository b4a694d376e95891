/** The player: what is on the screen follows from the session; every step is kept before it shows. */
import { asked, performed } from "./record.js";
import { clock, fetchAhead, h } from "./dom.js";
import { endScreen, keptScreen, overviewScreen } from "./finish.js";
import { restScreen } from "./rest.js";
import { cue, learn, say } from "./said.js";
import { queue, sendAll } from "./send.js";
import { hurtsSheet, skipSheet, swapSheet } from "./sheets.js";
import { beepAt, buzz, mute, silence, speak, stayAwake, useVoice, wake } from "./sound.js";
import { act, begun, heldSoFar_s, left_ms, open } from "./state.js";
import { chosen, sequence, versionOf } from "./steps.js";
import { forget, keep, kept } from "./store.js";
import { workScreen } from "./work.js";

/** @typedef {import("./steps.js").Script} Script */
/** @typedef {import("./state.js").State} State */

const TICK_MS = 200;
const BEEPS_AHEAD = 6; // timers that follow each other without a press
const SECOND_PRESS_MS = 350; // sooner, it is the same press

const SCREENS = {
  work: workScreen, ready: workScreen, hold: workScreen, rest: restScreen, end: endScreen, kept: keptScreen,
};
const SHEETS = { hurts: hurtsSheet, skip: skipSheet, swap: swapSheet };

/** A session on the screen. */
export class Player {
  /** @param {HTMLElement} place @param {Script} script @param {Record<string, any>} last
   * @param {{mute?: boolean, loadStep?: number}} settings */
  constructor(place, script, last, settings) {
    this.place = place;
    this.script = script;
    this.last = last;
    this.settings = settings;
    const { home, runner, units, query, download, bring, alone } = place.dataset;
    this.home = home ?? "";
    this.runner = runner ?? "";
    this.units = units ?? "metric";
    this.query = query ?? "";
    this.download = download?.replace("SCRIPT", encodeURIComponent(script.id)) ?? "";
    this.bring = bring ?? "";
    this.isAlone = alone !== undefined;
    /** @type {State | null} a session under way that may be gone on with */
    this.waiting = null;
    this.state = begun(script, 0, "", 0);
    this.hasBegun = false;
    /** @type {keyof typeof SHEETS | null} */
    this.sheet = null;
    /** @type {any} */
    this.hurt = {};
    /** @type {import("./send.js").Outcome | null} */
    this.outcome = null;
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

  soreRegions() {
    const hard = this.state.pains.filter((one) => {
      const limit = this.script.pain_limits.find((each) => each.region === one.region);
      return !limit || one.pain_0_10 > limit.amber_max_0_10;
    });
    return hard.map((one) => one.region);
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
    this.waiting = null;
    this.hasBegun = true;
    void stayAwake(true);
    this.changed();
  }

  startOver() {
    this.waiting = null;
    this.show();
  }

  /** What the one big button does. */
  press() {
    const { state, step } = this;
    const at = Date.now();
    if (at - this.pressedAt < SECOND_PRESS_MS) return undefined;
    this.pressedAt = at;
    wake();
    if (state.pausedAt !== null) return this.act("resume");
    if (state.phase === "ready") return this.act("adjust", { by_s: -3600 });
    if (state.phase === "hold") return this.act("done", { got: { hold_s: heldSoFar_s(state, at) } });
    if (state.phase === "rest") return this.act("go");
    if (step.set.hold_s !== undefined) return this.act("go");
    return this.act("done", { got: asked(step, state, this.last) });
  }

  /** @param {string} type @param {Record<string, any>} [more] */
  act(type, more = {}) {
    const at = Date.now();
    this.sheet = null;
    this.state = act(this.script, this.state, { type, at, ...more });
    this.state = act(this.script, this.state, { type: "tick", at });
    this.changed();
  }

  /** Change what was logged, without a new screen under the thumb.
   * @param {string} key
   * @param {import("./state.js").Got} got */
  edit(key, got) {
    this.state = act(this.script, this.state, { type: "edit", at: Date.now(), key, got });
    void this.save();
  }

  /** @param {string} type @param {Record<string, any>} more */
  rate(type, more) {
    this.state = act(this.script, this.state, { type, at: Date.now(), ...more });
    void this.save();
  }

  /** @param {keyof typeof SHEETS} name @param {any} [told] */
  ask(name, told = {}) {
    this.sheet = name;
    this.hurt = told;
    this.show();
  }

  closeSheet() {
    this.sheet = null;
    this.show();
  }

  /** @param {string} [type] @param {Record<string, any>} [more] */
  noteHurt(type, more) {
    const at = Date.now();
    const { region, side, pain_0_10 } = this.hurt;
    const label = this.state.phase === "end" ? "" : this.step?.label ?? "";
    const pain = { region, pain_0_10, at, label, ...(side ? { side } : {}) };
    this.state = act(this.script, this.state, { type: "hurt", at, pain });
    if (type) return this.act(type, more);
    this.sheet = null;
    this.changed();
  }

  toggleVoice() {
    this.set({ mute: !this.settings.mute });
  }

  /** @param {Record<string, any>} more */
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

  show() {
    const { state } = this;
    const screen = this.hasBegun ? SCREENS[state.phase] : overviewScreen;
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
    const ms = left_ms(state, now);
    for (const one of this.place.querySelectorAll("[data-clock]")) one.textContent = clock(ms);
    for (const one of this.place.querySelectorAll("[data-drain]")) {
      const whole = state.timer.until - state.timer.from;
      /** @type {HTMLElement} */ (one).style.setProperty("--left", `${Math.max(0, Math.min(1, ms / (whole || 1))) * 100}%`);
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
    await forget("sessions", this.key);
    this.hasBegun = true;
    void stayAwake(false);
    silence();
    this.show();
    await this.send();
  }

  async send() {
    this.outcome = this.isAlone ? { waiting: 1, trouble: "alone", says: "" } : await sendAll();
    this.show();
  }

  /** The session as a file. */
  fileUrl() {
    const text = JSON.stringify(performed(this.script, this.state), null, 1);
    return URL.createObjectURL(new Blob([text], { type: "application/json" }));
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

/** A script from the app, or as it was kept.
 * @param {string} id @param {string} runner
 * @returns {Promise<Script | null>} */
async function scriptOf(id, runner) {
  const inlined = document.getElementById("script");
  if (inlined) return JSON.parse(inlined.textContent ?? "null");
  const key = `${runner}/${id}`;
  try {
    const answer = await fetch(`/api/v1/scripts/${encodeURIComponent(id)}`);
    if (answer.ok) {
      const script = await answer.json();
      await keep("scripts", key, script);
      return script;
    }
  } catch {
    // no connection: the copy that was kept serves
  }
  return (await kept("scripts", key)) ?? null;
}

/** @returns {Promise<Record<string, any>>} */
async function lastUsed() {
  const inlined = document.getElementById("last");
  if (inlined) return JSON.parse(inlined.textContent ?? "{}");
  try {
    const answer = await fetch("/api/v1/last");
    if (answer.ok) {
      const last = await answer.json();
      await keep("settings", "last", last);
      return last;
    }
  } catch {
    // the copy that was kept serves
  }
  return (await kept("settings", "last")) ?? {};
}

async function begin() {
  const place = /** @type {HTMLElement} */ (document.getElementById("player"));
  learn(JSON.parse(document.getElementById("words")?.textContent ?? "{}"));
  const id = place.dataset.script || decodeURIComponent(location.pathname.split("/")[2] ?? "");
  const runner = place.dataset.runner ?? "";
  const under = await kept("sessions", `${runner}/${id}`);
  const [found, last, settings] = await Promise.all([
    under ? under.script : scriptOf(id, runner), lastUsed(), kept("settings", "player"),
  ]);
  if (!found) {
    place.replaceChildren(h("section.p-do.p-kept", {}, h("h1", {}, say("no_script_title")),
      h("p.p-lead", {}, say("no_script")), h("a.btn.go", { href: place.dataset.home }, say("to_today"))));
    return;
  }
  const player = new Player(place, found, last, settings ?? {});
  const minutes = Number(new URLSearchParams(location.search).get("minutes"));
  player.state = begun(found, under?.state.minutes ?? minutes, "", 0);
  player.waiting = under?.state ?? null;
  player.show();
  void fetchAhead(player.steps.map((one) => one.exercise.exercise), player.query);
  setInterval(() => player.tick(), TICK_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    player.tick();
    if (player.hasBegun && player.state.phase !== "kept") void stayAwake(true);
  });
  window.addEventListener("online", () => player.state.phase === "kept" && void player.send());
}

void begin();
