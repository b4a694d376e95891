/** Beeps scheduled ahead, spoken cues, vibration, and a screen that stays on. */

/** @type {AudioContext | null} */
let audio = null;
/** @type {OscillatorNode[]} */
let scheduled = [];
/** @type {WakeLockSentinel | null} */
let lock = null;
let muted = false;
let speaks = true;

/** Wake the sound up; browsers allow it when something was pressed. */
export function wake() {
  audio ??= "AudioContext" in window ? new AudioContext() : null;
  void audio?.resume().catch(() => {});
}

/** @param {boolean} isMuted */
export function mute(isMuted) {
  muted = isMuted;
  if (isMuted) {
    silence();
    window.speechSynthesis?.cancel();
  }
}

/** Whether cues are spoken; beeps are not meant.
 * @param {boolean} isOn */
export const useVoice = (isOn) => {
  speaks = isOn;
};

/** Take back what was scheduled. */
export function silence() {
  scheduled.forEach((one) => one.stop());
  scheduled = [];
}

/** Schedule three short beeps before each end and a long one at it; they sound behind a locked
 * screen too.
 * @param {number[]} ends [ms]
 * @param {number} now [ms] */
export function beepAt(ends, now) {
  silence();
  if (muted || !audio) return;
  for (const end of ends) {
    for (const before of [3, 2, 1, 0]) {
      const in_s = (end - now) / 1000 - before;
      if (in_s >= 0) beep(audio, audio.currentTime + in_s, before === 0);
    }
  }
}

/** @param {AudioContext} context @param {number} at_s @param {boolean} isLong */
function beep(context, at_s, isLong) {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  const ends_s = at_s + (isLong ? 0.45 : 0.12);
  tone.frequency.value = isLong ? 880 : 587;
  loudness.gain.setValueAtTime(0, at_s);
  loudness.gain.linearRampToValueAtTime(0.25, at_s + 0.01);
  loudness.gain.setValueAtTime(0.25, ends_s - 0.05);
  loudness.gain.linearRampToValueAtTime(0, ends_s);
  tone.connect(loudness).connect(context.destination);
  tone.start(at_s);
  tone.stop(ends_s);
  tone.onended = () => {
    scheduled = scheduled.filter((one) => one !== tone);
  };
  scheduled.push(tone);
}

/** @param {string} text */
export function speak(text) {
  const voice = window.speechSynthesis;
  if (muted || !speaks || !voice || !text) return;
  voice.cancel();
  const said = new SpeechSynthesisUtterance(text);
  said.lang = document.documentElement.lang;
  voice.speak(said);
}

/** @param {number | number[]} pattern [ms] */
export const buzz = (pattern) => {
  if (!muted) navigator.vibrate?.(pattern);
};

/** Keep the screen on, or let it go.
 * @param {boolean} isOn */
export async function stayAwake(isOn) {
  try {
    if (!isOn) await lock?.release();
    else if (!lock || lock.released) lock = (await navigator.wakeLock?.request("screen")) ?? null;
  } catch {
    lock = null; // a low battery says no; the timers do not depend on it
  }
}
