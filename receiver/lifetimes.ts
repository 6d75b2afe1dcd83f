/** From opening a session to the arrival of its envelope, ms. */
export const SUBMIT_TTL_MS = 15 * 60_000;
