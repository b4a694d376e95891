/** Finished sessions the diary does not have: taken along as file or text, or let go. */
import { codeOf } from "./code.js";
import { h } from "./dom.js";
import { dayName, say } from "./said.js";
import { putBack, takeOut, waitingOf } from "./send.js";

/** @typedef {import("./send.js").Waiting} Waiting */
/** @typedef {import("./record.js").Performed} Performed */

/** A session as a file, and as text to paste.
 * @param {Performed} document */
export function takeAlong(document) {
  const text = JSON.stringify(document, null, 1);
  const file = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  return h("div.p-along", {},
    h("a.btn.p-wide", { href: file, download: `${document.id}.json` }, say("as_file")),
    asText(document));
}

/** @param {Performed} document */
function asText(document) {
  /** @type {HTMLTextAreaElement} */
  const field = h("textarea", { id: `code-${document.id}`, rows: 4, readonly: true, focus: () => field.select() });
  void codeOf(document).then((code) => {
    field.value = code;
  });
  const told = h("span", { role: "status" });
  const copy = async () => {
    field.select();
    // a page without HTTPS may not write to the clipboard; what is selected can be copied by hand
    await navigator.clipboard?.writeText(field.value).then(() => (told.textContent = say("copied")), () => {});
  };
  return h("details.p-code", {}, h("summary", {}, say("as_text")),
    h("label.p-label", { for: field.id }, say("as_text_lead")), field,
    h("p", {}, h("button.btn", { type: "button", click: () => void copy() }, say("copy")), " ", told));
}

/** Sessions the diary cannot take, each with the reason and a way to let it go.
 * @param {string} runner */
export function refusedList(runner) {
  const place = h("div.p-refused");
  void waitingOf(runner).then((waiting) =>
    place.append(...waiting.filter((one) => one.refused).map(refusedOne)));
  return place;
}

/** @param {Waiting} one */
function refusedOne(one) {
  const { document, refused = "" } = one;
  const sets = document.sets.length;
  const card = h("article.card");
  const show = (/** @type {HTMLElement[]} */ ...inside) => card.replaceChildren(...inside);
  const button = (/** @type {string} */ name, /** @type {() => void} */ click) =>
    h("button.btn", { type: "button", click }, say(name));
  const whole = () => show(
    h("p", {}, h("b", {}, say("refused_one", { day: dayName(document.started_at.slice(0, 10)), n: sets })), " ", refused),
    takeAlong(document), button("discard", sure));
  const sure = () => {
    const keep = button("discard_no", whole);
    show(h("p", {}, say("discard_sure", { n: sets })), button("discard_yes", () => void gone()), keep);
    keep.focus();
  };
  const gone = async () => {
    await takeOut(document);
    const undo = button("undo", () => void putBack(one).then(whole));
    show(h("p", { role: "status" }, say("discarded")), undo);
    undo.focus();
  };
  whole();
  return card;
}
