/** What comes over the screen: it hurts, swap, skip. */
import { instead, light } from "./choices.js";
import { cells, figure, h, icon } from "./dom.js";
import { amountLine, say, sideName } from "./said.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./player.js").Hurt} Hurt */
/** @typedef {(more: Hurt) => void} Change */
/** @typedef {import("./steps.js").Exercise} Exercise */
/** @typedef {import("./steps.js").Step} Step */

const MOST_PAIN = 10;
const LIKELY = 10; // regions shown at once, what the exercise is hard on among them

/** A sheet with a way back.
 * @param {Player} player @param {string} title
 * @param {(import("./dom.js").Child)[]} inside */
const sheet = (player, title, ...inside) => sheetOf(player, player.step?.exercise.name, title, ...inside);

/** A sheet on an exercise.
 * @param {Player} player @param {string | undefined} name @param {string} title
 * @param {(import("./dom.js").Child)[]} inside */
const sheetOf = (player, name, title, ...inside) =>
  h("div.p-sheet", {},
    h("header.p-bar", {},
      h("button.p-icon", { type: "button", "aria-label": say("back"), click: () => player.closeSheet() }, icon("back")),
      h("p.p-mid", {}, h("b", {}, name ?? player.script.title)),
      h("span.p-icon")),
    h("h1", { tabindex: -1, "data-first": "" }, title),
    ...inside);

/** @param {Player} player */
export function skipSheet(player) {
  const leave = (/** @type {string} */ because) => () => player.act({ type: "leave", because });
  const reasons = ["no_time", "no_kit", "too_hard", "not_today"];
  return sheet(player, say("skip_title"),
    h("p.p-lead", {}, say("skip_set_lead")),
    h("button.btn.p-wide", { type: "button", click: () => player.act({ type: "pass" }) }, say("skip_set")),
    h("h2", {}, say("leave_out")),
    h("p.p-lead", {}, say("leave_lead")),
    h("div.p-choices", {},
      ...reasons.map((one) => h("button.btn.p-wide", { type: "button", click: leave(say(one)) }, say(one))),
      h("button.btn.p-wide", { type: "button", click: () => player.ask("hurts") }, say("something_hurts"))),
    h("button.btn.p-plain.p-wide", { type: "button", click: () => player.act({ type: "stop", ended: "shortened" }) }, say("end_here")));
}

/** @param {Player} player */
export function swapSheet(player) {
  const { step, state } = player;
  const sore = player.hardPains().map((one) => one.region);
  const offers = instead(step.item, state.picks[step.label], sore);
  return sheet(player, say("swap_title"),
    h("p.p-lead", {}, offers.length ? say("swap_lead") : say("no_swap")),
    h("div.p-offers", {}, ...offers.map((one) => offer(player, one))));
}

/** @param {Player} player @param {Exercise} exercise */
function offer(player, exercise) {
  const { item } = player.step;
  const aside = exercise === item.easier ? say("easier") : exercise === item.prescribed ? say("planned") : say("alike");
  return h("article.card.p-offer", {},
    figure(exercise.exercise, exercise.name, player.query, { still: true }),
    h("div", {}, h("p.p-label", {}, aside), h("h2", {}, exercise.name), h("p.small", {}, doses(player.step, exercise)),
      h("button.btn", { type: "button", click: () => player.act({ type: "pick", exercise: exercise.exercise }) },
        say("do_this"), h("span.vh", {}, `: ${exercise.name}`))));
}

/** `2 × 8–10 reps`.
 * @param {Step} step @param {Exercise} exercise */
function doses(step, exercise) {
  const [set] = exercise.sets.filter((one) => one.ramp_share === undefined);
  const many = Math.max(...exercise.sets.map((one) => one.number));
  return `${many} \u00d7 ${[amountLine({ ...step, exercise, set }), set.side ? say("each_side") : ""]
    .filter(Boolean).join(set.rep_hold_s ? ", " : " ")}`;
}

/** Where, which side, how much; and what to do about it.
 * @param {Player} player */
export function hurtsSheet(player) {
  const told = player.hurt;
  const change = (/** @type {Hurt} */ more) => player.ask("hurts", { ...told, ...more });
  const isRed = judged(player) === "red" && player.sore.step;
  return sheetOf(player, player.soreName, isRed ? say("stop_this") : say("hurts_title"),
    where(player, change),
    told.region && side(told, change),
    told.region && howMuch(player, change),
    told.region && told.pain_0_10 !== undefined && verdict(player));
}

/** @param {Player} player */
const judged = ({ script, hurt }) =>
  hurt.pain_0_10 === undefined ? "green" : light(script, hurt.region ?? "", hurt.pain_0_10);

/** @param {Player} player @param {Change} change */
function where({ script, hurt, sore, step }, change) {
  const chosen = script.pain_limits.find((one) => one.region === hurt.region);
  const list = (/** @type {import("./steps.js").Limit[]} */ limits) => {
    const found = cells("region", say("where"),
      limits.map((one) => ({ value: one.region, text: one.name, is: one === chosen })),
      (region) => change({ region }));
    found.classList.add("p-regions");
    return found;
  };
  const all = likelyFirst(script, sore.step ?? step);
  return h("details.p-where", { open: !chosen },
    h("summary", {}, chosen ? say("where_is", { name: chosen.name }) : say("where")), list(all.slice(0, LIKELY)),
    h("details.p-elsewhere", {}, h("summary", {}, say("elsewhere")), list(all.slice(LIKELY))));
}

/** Regions the exercise is hard on stand first.
 * @param {import("./steps.js").Script} script
 * @param {Step | undefined} step */
function likelyFirst(script, step) {
  const likely = step?.exercise.not_for ?? [];
  return [...script.pain_limits].sort(
    (a, b) => Number(likely.includes(b.region)) - Number(likely.includes(a.region)));
}

/** @param {Hurt} told @param {Change} change */
const side = (told, change) =>
  cells("side", say("which_side"),
    ["left", "right", ""].map((one) => ({
      value: one, text: one ? say(one) : say("both_or_middle"), is: (told.side ?? null) === one,
    })),
    (value) => change({ side: value }));

/** @param {Player} player @param {Change} change */
function howMuch({ script, hurt }, change) {
  const { region = "" } = hurt;
  const scale = cells("pain", say("how_much"),
    Array.from({ length: MOST_PAIN + 1 }, (_, n) => ({
      value: `${n}`, text: `${n}`, is: hurt.pain_0_10 === n, tone: light(script, region, n),
    })),
    (value) => change({ pain_0_10: Number(value) }), say("pain_scale"));
  const limit = script.pain_limits.find((one) => one.region === region);
  scale.append(h("p.p-label", {}, say("pain_limits", {
    green: limit?.green_max_0_10 ?? 0, amber: limit?.amber_max_0_10 ?? 0,
  })));
  return scale;
}

/** @param {Player} player */
function verdict(player) {
  const colour = judged(player);
  const said = h(`p.p-verdict.p-${colour}`, { role: "status" }, player.script.pain_words[colour]);
  const { step } = player.sore;
  const end = h("button.btn.p-wide", { type: "button", click: () => player.noteHurt({ type: "stop", ended: "pain" }) }, say("end_here"));
  const note = h("button.btn.go", { type: "button", click: () => player.noteHurt() }, say("note_and_go_on"));
  if (colour !== "red") return h("div.p-then", {}, said, note);
  const care = h("p.small.quiet", {}, say("see_someone"));
  if (!player.step) return h("div.p-then", {}, said, note, care);
  if (!step) return h("div.p-then", {}, said, note, end, care);
  return h("div.p-then", {}, said, ...sparing(player, step), leave(player, step), end, care);
}

/** Exercises that spare the region.
 * @param {Player} player @param {Step} step */
function sparing(player, step) {
  const sore = [...player.hardPains().map((one) => one.region), player.hurt.region ?? ""];
  const offers = instead(step.item, player.state.picks[step.label], sore);
  return [
    offers.length > 0 && h("h2", {}, say("instead")),
    h("div.p-offers", {}, ...offers.map((one) => redOffer(player, step, one))),
  ];
}

/** @param {Player} player @param {Step} step */
function leave(player, { label }) {
  const because = say("pain_because", { region: regionName(player), n: player.hurt.pain_0_10 ?? 0 });
  return h("button.btn.p-wide", { type: "button", click: () => player.noteHurt({ type: "leave", because, label }) },
    say("leave_it_out"));
}

/** @param {Player} player */
const regionName = ({ script, hurt }) =>
  [script.pain_limits.find((one) => one.region === hurt.region)?.name, sideName(hurt.side)]
    .filter(Boolean).join(", ");

/** @param {Player} player @param {Step} step @param {Exercise} exercise */
const redOffer = (player, step, exercise) =>
  h("article.card.p-offer", {},
    figure(exercise.exercise, exercise.name, player.query, { still: true }),
    h("div", {}, h("p.p-label", {}, say("if_easy")), h("h2", {}, exercise.name),
      h("p.small", {}, doses(step, exercise)),
      h("button.btn", { type: "button", click: () =>
        player.noteHurt({ type: "pick", exercise: exercise.exercise, label: step.label }) },
        say("swap_go_on"), h("span.vh", {}, `: ${exercise.name}`))));
