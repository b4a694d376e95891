// Tools of the home tests: a stopwatch, a metronome with a counter, a counter; one side at a time.
// What they count goes into the number fields, which stay as they are without this.
// @ts-check

const BEAT_MS = 1000; // 60 beats a minute
const BEEP_S = 0.06;
const LOW_HZ = 660;
const HIGH_HZ = 880;

/** @type {AudioContext | undefined} */
let audio;

/** @param {number} pitch */
function beep(pitch) {
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.2, audio.currentTime);
  loudness.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + BEEP_S);
  tone.connect(loudness).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + BEEP_S);
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {string} text
 */
function made(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  if (element instanceof HTMLButtonElement) element.type = "button";
  return element;
}

/**
 * A number with one place behind the sign that the page's language puts there.
 * @param {number} value
 */
const tenths = (value) =>
  value.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * A stopwatch for one field, in seconds or minutes as its unit says.
 * @param {HTMLInputElement} input
 * @param {string} side
 */
function timer(input, side) {
  const words = document.getElementById("tool-words")?.dataset ?? {};
  const unit = input.parentElement?.querySelector(".unit")?.textContent ?? "s";
  const divisor = unit.startsWith("min") ? 60000 : 1000;
  const tool = made("div", "tool", "");
  const shown = made("output", "", tenths(0));
  const button = made("button", "btn", `${words.start ?? "Start"} ${side}`.trim());
  let started = 0;
  let frame = 0;
  const tell = () => {
    shown.textContent = tenths((performance.now() - started) / 1000);
    frame = requestAnimationFrame(tell);
  };
  button.addEventListener("click", () => {
    if (frame) {
      cancelAnimationFrame(frame);
      frame = 0;
      const lasted = (performance.now() - started) / divisor;
      input.value = String(Math.round(lasted * 10) / 10);
      shown.textContent = tenths(lasted);
      button.textContent = `${words.again ?? "Again"} ${side}`.trim();
      beep(LOW_HZ);
      return;
    }
    started = performance.now();
    button.textContent = words.stop ?? "Stop";
    beep(HIGH_HZ);
    tell();
  });
  tool.append(shown, button);
  return tool;
}

/**
 * A large button that counts into a field, with a beat where the test has one.
 * @param {HTMLInputElement} input
 * @param {string} side
 * @param {boolean} hasBeat
 */
function counter(input, side, hasBeat) {
  const words = document.getElementById("tool-words")?.dataset ?? {};
  const tool = made("div", "tool", "");
  const count = made("button", "btn count-btn", `${words.count ?? "Count"} ${side}`.trim());
  count.addEventListener("click", () => {
    input.value = String((Number.parseInt(input.value, 10) || 0) + 1);
  });
  const zero = made("button", "btn", words.zero ?? "From 0");
  zero.addEventListener("click", () => {
    input.value = "0";
  });
  const row = made("div", hasBeat ? "tool-row" : "", "");
  row.append(zero);
  tool.append(count, row);
  if (hasBeat) addBeat(tool, row);
  return tool;
}

/**
 * Adds 60 beats a minute, seen and heard: up on one, down on the next.
 * @param {HTMLElement} tool
 * @param {HTMLElement} row
 */
function addBeat(tool, row) {
  const words = document.getElementById("tool-words")?.dataset ?? {};
  const light = made("div", "beat", "");
  light.setAttribute("aria-hidden", "true");
  const button = made("button", "btn", words.beat ?? "Beat");
  button.setAttribute("aria-pressed", "false");
  let clock = 0;
  let isUp = false;
  button.addEventListener("click", () => {
    if (clock) {
      clearInterval(clock);
      clock = 0;
    } else {
      clock = setInterval(() => {
        isUp = !isUp;
        light.classList.toggle("on", isUp);
        beep(isUp ? HIGH_HZ : LOW_HZ);
      }, BEAT_MS);
    }
    button.setAttribute("aria-pressed", String(clock !== 0));
  });
  row.append(button);
  tool.prepend(light);
}

for (const test of document.querySelectorAll("[data-tool]")) {
  if (!(test instanceof HTMLElement) || !test.dataset.tool) continue;
  for (const field of test.querySelectorAll(".result")) {
    const input = field.querySelector("input");
    const side = test.querySelectorAll(".result").length > 1 ? field.querySelector("label")?.textContent ?? "" : "";
    if (!input) continue;
    const { tool } = test.dataset;
    field.append(tool === "timer" ? timer(input, side.toLowerCase()) : counter(input, side.toLowerCase(), tool === "metronome"));
  }
}
