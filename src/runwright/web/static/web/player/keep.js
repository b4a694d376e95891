/** On the app's pages: have the next days kept on this phone, and send what waits. */
import { sendAll } from "./send.js";

const told = document.getElementById("kept-days");

/** @returns {Promise<void>} */
async function keepDays() {
  await navigator.serviceWorker.register("/sw.js");
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ keep: true });
}

if (told) {
  if ("serviceWorker" in navigator && document.body.classList.contains("app")) void keepDays().catch(() => {});
  const send = async () => {
    const { waiting, says } = await sendAll();
    told.hidden = waiting === 0;
    const refused = told.querySelector("[data-refused]");
    if (refused) refused.textContent = says;
  };
  void send();
  window.addEventListener("online", () => void send());
}
