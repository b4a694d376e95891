// The set-up, quicker: answers are looked at while one answers, readings tell how far they are.
// Every page works without this; it only saves a press.
// @ts-check

const CHECK_AFTER_MS = 350;

document.body.classList.add("scripted");

/**
 * Puts the live parts of a fresh page in place of those on this one, and keeps the focus.
 * @param {string} text
 */
function takeOver(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
  for (const part of document.querySelectorAll("[data-live]")) {
    const other = fresh.getElementById(part.id);
    if (other && other.innerHTML !== part.innerHTML) part.innerHTML = other.innerHTML;
    if (other instanceof HTMLElement && part instanceof HTMLElement) {
      if (other.dataset.poll) part.dataset.poll = other.dataset.poll;
      else delete part.dataset.poll;
    }
  }
  for (const part of document.querySelectorAll("details[data-folds]")) {
    const other = fresh.getElementById(part.id);
    const isTouched = [...part.querySelectorAll("input")].some((one) => one.value !== one.defaultValue);
    if (other && !isTouched) part.toggleAttribute("open", other.hasAttribute("open"));
  }
  if (focused && !focused.isConnected && focused.name) {
    const again = [...document.getElementsByName(focused.name)].find(
      (one) => one instanceof HTMLInputElement && one.value === focused.value,
    );
    again?.focus();
  }
}

/** Asks again as long as something on the page is under way. */
function poll() {
  const part = document.querySelector("[data-poll]");
  if (!(part instanceof HTMLElement)) return;
  setTimeout(async () => {
    try {
      const response = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      if (response.ok) takeOver(await response.text());
    } catch {
      // the connection is gone for a moment: ask again
    }
    poll();
  }, Number(part.dataset.poll));
}

/**
 * Shows what the answers mean while they are given.
 * @param {HTMLFormElement} form
 */
function checkWhileAnswering(form) {
  let waiting = 0;
  let asked = 0;
  form.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const mine = ++asked;
      const body = new FormData(form);
      body.set("check", "1");
      try {
        const response = await fetch(location.pathname, { method: "POST", body });
        const text = await response.text();
        if (response.ok && mine === asked) takeOver(text);
      } catch {
        // without a connection the answers wait on the page
      }
    }, CHECK_AFTER_MS);
  });
}

/**
 * Says beside the field why the files were not taken, in the words of the answer.
 * @param {HTMLFormElement} form
 * @param {string} text
 */
function tellRefusal(form, text) {
  const says = new DOMParser().parseFromString(text, "text/html").getElementById("files-fault");
  if (!says) {
    form.submit();
    return;
  }
  document.getElementById("files-fault")?.remove();
  form.querySelector("input[type=file]")?.after(document.importNode(says, true));
}

/**
 * Tells how much of the files is handed in.
 * @param {HTMLFormElement} form
 */
function tellUpload(form) {
  const shown = form.querySelector("[data-upload-progress]");
  const bar = shown?.querySelector("progress");
  form.addEventListener("change", () => form.requestSubmit());
  form.addEventListener("submit", (event) => {
    if (!(shown instanceof HTMLElement) || !bar) return;
    event.preventDefault();
    shown.hidden = false;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total;
    });
    request.addEventListener("load", () => {
      if (request.status < 400 && request.responseURL) location.assign(request.responseURL);
      else tellRefusal(form, request.responseText);
      shown.hidden = true;
    });
    request.addEventListener("error", () => form.submit());
    request.send(new FormData(form));
  });
}

for (const form of document.querySelectorAll("form")) {
  if (form.hasAttribute("data-check")) checkWhileAnswering(form);
  if (form.hasAttribute("data-upload")) tellUpload(form);
  if (form.dataset.busy) {
    form.addEventListener("submit", () => {
      const button = form.querySelector("button");
      if (button) button.textContent = form.dataset.busy ?? "";
    });
  }
}
document.getElementById("faults")?.focus();
const named = location.hash && document.getElementById(location.hash.slice(1));
if (named instanceof HTMLDetailsElement) named.open = true;
poll();
