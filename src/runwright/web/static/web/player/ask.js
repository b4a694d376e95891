/** Questions to the app that do not wait for ever. */

/** The app's answer; null where none comes.
 * @param {string} address @param {number} wait_ms @param {RequestInit} [how]
 * @returns {Promise<Response | null>} */
export async function answered(address, wait_ms, how = {}) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), wait_ms);
  try {
    return await fetch(address, { ...how, signal: stop.signal });
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}
