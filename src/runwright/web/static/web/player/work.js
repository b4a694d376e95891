/** The screen of a set: figure, what to do, how, and three buttons a thumb reaches. */
import { asked } from "./record.js";
import { clock, figure, h, icon } from "./dom.js";
import { amount, cue, loadLine, place, say, sideName, unitOf } from "./said.js";
import { left_ms } from "./state.js";
import { minutesLeft } from "./steps.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./steps.js").Step} Step */

const CUES_SHOWN = 2;

/** Bar on top of every screen of a session.
 * @param {Player} player */
export function topBar(player) {
  const { script, state, steps, open } = player;
  const minutes = minutesLeft(player.version, steps, open);
  return h("header.p-bar", {},
    player.home ? h("a.p-icon", { href: player.home, "aria-label": say("leave_page") }, icon("close")) : h("span"),
    h("p.p-mid", {}, h("b", {}, script.title),
      h("span.p-label", {}, state.phase === "end" ? "" : say("min_left", { n: minutes }))),
    h("button.p-icon", {
      type: "button", "aria-pressed": `${!player.settings.mute}`, "aria-label": say("voice"),
      click: () => player.toggleVoice(),
    }, icon(player.settings.mute ? "mute" : "sound")));
}

/** How far the session is, a piece per block.
 * @param {Player} player */
export function progress(player) {
  const { version, steps, open } = player;
  const still = new Set(open.map((one) => one.key));
  const pieces = version.blocks.map((_, number) => {
    const own = steps.filter((one) => one.block === number);
    const at = own.filter((one) => !still.has(one.key)).length / (own.length || 1);
    const piece = h("i");
    piece.style.setProperty("--at", `${at * 100}%`);
    piece.style.flexGrow = `${own.reduce((sum, one) => sum + one.set.work_s, 0)}`;
    return piece;
  });
  return h("div.p-progress", {
    role: "progressbar", "aria-label": say("progress"), "aria-valuemin": 0,
    "aria-valuemax": steps.length, "aria-valuenow": steps.length - open.length,
    "aria-valuetext": say("sets_of", { n: steps.length - open.length, of: steps.length }),
  }, ...pieces);
}

/** @param {Player} player */
export function workScreen(player) {
  const { state, step } = player;
  const isTimed = state.phase === "ready" || state.phase === "hold";
  return h(isTimed ? "section.p-do.p-timed" : "section.p-do", {},
    topBar(player), progress(player), stage(player, step),
    h("div.p-what", {},
      h("h1", { tabindex: -1 }, step.exercise.name),
      isTimed ? timer(player, step) : target(player, step),
      step.exercise.note && h("p.p-note", {}, step.exercise.note),
      soreNote(player), cues(step)),
    h("p.p-say", {}, icon("talk"), h("q", {}, cue(step, step.isSecond))),
    afterwards(player), tools(player), controls(player, step));
}

/** What to know of the set to come, when what it works on hurt today: stop it or change it.
 * @param {Player} player */
export function soreNote(player) {
  const { script, step } = player;
  const sore = player.hardPains().find((one) => step.exercise.not_for?.includes(one.region));
  if (!sore) return null;
  const name = script.pain_limits.find((one) => one.region === sore.region)?.name ?? sore.region;
  return h("p.p-note.p-sore", { role: "note" }, say("sore_here", { region: name, n: sore.pain_0_10 }), " ",
    h("button.p-link", { type: "button", click: () => player.ask("swap") }, say("swap_or_leave")));
}

/** What comes after this set.
 * @param {Player} player */
function afterwards(player) {
  const next = player.open[1];
  const what = next && [next.exercise.name, sideName(next.set.side)].filter(Boolean).join(", ");
  return h("p.p-then-next", {}, next ? say("then", { what }) : say("then_done"));
}

/** @param {Player} player @param {Step} step */
function stage(player, step) {
  const { side } = step.set;
  const drawn = figure(step.exercise.exercise, step.exercise.name, player.query, {
    mirrored: side === "left",
  });
  const dots = Array.from({ length: step.count }, (_, n) =>
    h(`i${n + 1 < step.set.number ? ".p-d" : n + 1 === step.set.number && step.isSecond ? ".p-n" : ""}`));
  return h("figure.card.p-stage", {},
    drawn,
    side && h(`p.p-side.p-${side}${step.isSecond ? ".p-switched" : ""}`, {},
      icon(side === "left" ? "left" : "right"), say(side)),
    h("p.p-sets", {}, place(step), h("span.p-dots", { "aria-hidden": "true" }, ...dots)),
    still(drawn));
}

/** @param {HTMLElement} drawn */
function still(drawn) {
  /** @type {HTMLButtonElement} */
  const button = h("button.p-icon.p-still", {
    type: "button", "aria-label": say("still_figure"), "aria-pressed": "false",
    click: () => toggleFigure(drawn, button),
  }, icon("pause"));
  return button;
}

/** @param {HTMLElement} drawn @param {HTMLElement} button */
function toggleFigure(drawn, button) {
  const svg = drawn.querySelector("svg");
  const isStill = svg?.animationsPaused();
  if (isStill) svg?.unpauseAnimations();
  else svg?.pauseAnimations();
  button.setAttribute("aria-pressed", `${!isStill}`);
  button.replaceChildren(icon(isStill ? "pause" : "play"));
}

/** @param {Player} player @param {Step} step */
function target(player, step) {
  const { exercise } = step;
  const { big, unit, below } = amount(step);
  const parts = [cell(big, unit, exercise.rir === undefined ? below : reserve(step, below))];
  if (exercise.loadable) parts.push(loadCell(player, step));
  if (/\d/.test(exercise.tempo)) parts.push(cell(exercise.tempo, "", say("tempo")));
  return h("dl.p-target", {}, ...parts);
}

/** @param {Step} step @param {string} below */
const reserve = (step, below) =>
  step.set.ramp_share === undefined
    ? [below, say(step.exercise.rir_or_more ? "leave_more" : "leave_reserve", { n: step.exercise.rir ?? 0 })].filter(Boolean).join(", ")
    : say("ramp_easy");

/** @param {Player} player @param {Step} step */
function loadCell(player, step) {
  const { load_kg } = asked(step, player.state, player.last);
  if (load_kg === undefined) return cell("\u2013", "", say("your_load"));
  const [big, ...unit] = loadLine(load_kg, player.units).split(" ");
  const whose = load_kg === step.exercise.load_kg ? say("your_load") : say("last_time");
  return load_kg === 0 ? cell("0", say(unitOf(player.units)), say("body_weight")) : cell(big, unit.join(" "), whose);
}

/** @param {string} big @param {string} unit @param {string} below */
const cell = (big, unit, below) =>
  h("div", {}, h("dt.p-label", {}, below || say("target")), h("dd", {}, big, unit && h("small", {}, ` ${unit}`)));

/** @param {Player} player @param {Step} step */
function timer(player, step) {
  const { state } = player;
  const label = state.phase === "hold" ? say("hold") : step.isSecond ? say("switch") : say("get_ready");
  return h("div.p-count", {},
    h("p.p-label", {}, label),
    h("p.p-clock", { role: "timer", "data-clock": "" }, clock(left_ms(state, Date.now()))),
    h("div.p-drain", { "data-drain": "", "aria-hidden": "true" }));
}

/** @param {Step} step */
function cues(step) {
  const { cues: all, fault, fix, feel } = step.exercise;
  return h("div.p-how", {},
    h("ul.p-cues", {}, ...all.slice(0, CUES_SHOWN).map((one) => h("li", {}, one))),
    h("details.p-more", {}, h("summary", {}, say("more")),
      h("ul.p-cues", {}, ...all.slice(CUES_SHOWN).map((one) => h("li", {}, one))),
      h("dl", {}, h("dt", {}, say("feel")), h("dd", {}, feel),
        h("dt", {}, say("fault")), h("dd", {}, `${fault} ${fix}`))));
}

/** @param {Player} player */
const tools = (player) =>
  h("div.p-tools", {},
    tool("back", say("back"), () => player.act({ type: "back" }), !player.state.trail.length),
    tool("swap", say("swap"), () => player.ask("swap")),
    tool(player.state.pausedAt === null ? "pause" : "play",
      say(player.state.pausedAt === null ? "pause" : "resume"),
      () => player.act({ type: player.state.pausedAt === null ? "pause" : "resume" }), !player.state.timer));

/** @param {import("./dom.js").Shape} shape @param {string} text @param {() => void} click @param {boolean} [disabled] */
const tool = (shape, text, click, disabled = false) =>
  h("button.p-tool", { type: "button", click, disabled }, icon(shape), text);

/** @param {Player} player @param {Step} step */
function controls(player, step) {
  return h("div.p-ctl", {},
    h("button.btn.p-s", { type: "button", click: () => player.ask("hurts") }, icon("hurts"), say("it_hurts")),
    h("button.btn.go", { type: "button", "data-first": "", click: () => player.press() }, mainWord(player, step)),
    h("button.btn.p-s", { type: "button", click: () => player.ask("skip") }, icon("skip"), say("skip")));
}

/** @param {Player} player @param {Step} step */
function mainWord({ state }, step) {
  if (state.pausedAt !== null) return say("resume");
  if (state.phase === "ready") return say("start_now");
  if (state.phase === "hold") return say("stop_early");
  return step.set.hold_s === undefined ? say("done") : say("start");
}

