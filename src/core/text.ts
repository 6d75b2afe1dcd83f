/** NUL has no place in a Postgres text, and half a surrogate pair is not a character (RFC 8785 §3.2.2.2). */
const NO_TEXT = /[\0\p{Surrogate}]/u;

/** Whether a database and a canonical document can hold it. */
export function isText(given: string): boolean {
  return !NO_TEXT.test(given);
}

/** Reads JSON from outside, whose every string and every name is text.
 * @throws SyntaxError; RangeError where one is not. */
export function parseJson(json: string): unknown {
  return JSON.parse(json, (key, value: unknown) => {
    if (!isText(key) || (typeof value === 'string' && !isText(value))) throw new RangeError('not text');
    return value;
  });
}
