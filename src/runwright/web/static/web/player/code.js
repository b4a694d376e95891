/** A session as text, for a phone that cannot hand over a file. */

/** @param {import("./record.js").Performed} document
 * @returns {Promise<string>} `RW1.` and letters, figures, `-` and `_`; packed where the browser
 * can, else `RW0.` */
export async function codeOf(document) {
  const text = JSON.stringify(document);
  if (!("CompressionStream" in window)) return `RW0.${letters(new TextEncoder().encode(text))}`;
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate"));
  return `RW1.${letters(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** @param {Uint8Array} bytes */
const letters = (bytes) =>
  btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
