/**
 * What this phone keeps: sessions under way, finished ones until they are sent, scripts, settings.
 * Where the browser keeps nothing, memory stands in and `lasting` is false.
 */
const NAME = "runwright";
const STORES = /** @type {const} */ (["sessions", "outbox", "scripts", "settings"]);

/**
 * @typedef {{key: string, state: import("./state.js").State, script: import("./steps.js").Script}}
 *   UnderWay a session by runner and id; its phase is "kept" once it was finished
 * @typedef {{sessions: UnderWay, outbox: import("./send.js").Waiting,
 *   scripts: import("./steps.js").Script, settings: any}} Rows
 * @typedef {keyof Rows} Store
 */

/** @type {Promise<IDBDatabase | null> | null} */
let opening = null;
/** @type {Map<string, any>} */
const memory = new Map();

/** @returns {Promise<IDBDatabase | null>} */
function database() {
  opening ??= new Promise((resolve) => {
    try {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => STORES.forEach((name) => asked.result.createObjectStore(name));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}

/** Whether what is kept outlives the page. */
export const lasting = async () => (await database()) !== null;

/** @template T @param {Store} store @param {IDBTransactionMode} mode
 * @param {(rows: IDBObjectStore) => IDBRequest<T>} ask @param {() => T} instead
 * @returns {Promise<T>} */
async function inStore(store, mode, ask, instead) {
  const db = await database();
  if (!db) return instead();
  return new Promise((resolve, reject) => {
    const work = db.transaction(store, mode, { durability: "strict" });
    const asked = ask(work.objectStore(store));
    work.oncomplete = () => resolve(asked.result);
    work.onerror = work.onabort = () => reject(work.error);
  });
}

/** Undefined where there is none.
 * @template {Store} S @param {S} store @param {string} key
 * @returns {Promise<Rows[S] | undefined>} */
export const kept = (store, key) =>
  inStore(store, "readonly", (rows) => rows.get(key), () => memory.get(`${store}/${key}`));

/** @template {Store} S @param {S} store @param {string} key @param {Rows[S]} value
 * @returns {Promise<unknown>} */
export const keep = (store, key, value) =>
  inStore(store, "readwrite", (rows) => rows.put(value, key), () => {
    memory.set(`${store}/${key}`, value);
    return key;
  });

/** @param {Store} store @param {string} key @returns {Promise<void>} */
export const forget = (store, key) =>
  inStore(store, "readwrite", (rows) => rows.delete(key), () => void memory.delete(`${store}/${key}`));

/** Every value of a store, by key.
 * @template {Store} S @param {S} store @returns {Promise<Rows[S][]>} */
export const all = (store) =>
  inStore(store, "readonly", (rows) => rows.getAll(), () =>
    [...memory].filter(([key]) => key.startsWith(`${store}/`)).map(([, value]) => value),
  );
