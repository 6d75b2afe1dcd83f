/** How a picture begins, in hexadecimal. */
const MAGIC_NUMBERS: Readonly<Record<string, string>> = {
  jpeg: 'ffd8ff',
  png: '89504e470d0a1a0a',
  gif: '47494638',
  webm: '1a45dfa3',
  webp: '52494646',
};
/** Windows of a secret that are looked for, bytes: long enough that no other bytes are equal by chance. */
const WINDOW_BYTES = 24;
const WINDOWS = 64;

/** Which kind of picture begins in this body, as it is or in any of its base64 strings. Null = none. */
export function pictureIn(body: Buffer): string | null {
  const text = body.toString('latin1');
  const encoded = text.match(/[\w+/-]{16,}={0,2}/g) ?? [];
  const starts = [body, ...encoded.map((word) => Buffer.from(word, 'base64'))].map((bytes) =>
    bytes.toString('hex', 0, 12),
  );
  const found = Object.entries(MAGIC_NUMBERS).find(([, magic]) =>
    starts.some((start) => start.startsWith(magic)),
  );
  if (found !== undefined) return found[0];
  // ISO media (mp4, heic) names itself after four bytes of length.
  if (starts.some((start) => start.slice(8, 16) === '66747970')) return 'mp4';
  return /data:(image|video)\//.test(text) ? 'data URL' : null;
}

/** In which ways parts of `secret` lie in `body`: as bytes, in hexadecimal, or in base64 at any of its three alignments. */
export function hidingsOf(secret: Buffer, body: Buffer): readonly string[] {
  const text = body.toString('latin1').replaceAll('-', '+').replaceAll('_', '/');
  const step = Math.max(1, Math.floor((secret.length - WINDOW_BYTES) / WINDOWS));
  const found = new Set<string>();
  for (let at = 0; at + WINDOW_BYTES <= secret.length; at += step) {
    const window = secret.subarray(at, at + WINDOW_BYTES);
    if (body.includes(window)) found.add('bytes');
    if (text.toLowerCase().includes(window.toString('hex'))) found.add('hex');
    // A window whose start is skipped by 0, 1 or 2 bytes is aligned with the encoding of the whole once.
    if ([0, 1, 2].some((skip) => text.includes(base64Core(window.subarray(skip))))) found.add('base64');
  }
  return [...found];
}

/** Without the last characters, which depend on what follows. */
function base64Core(bytes: Buffer): string {
  return bytes.toString('base64').slice(0, 4 * Math.floor(bytes.length / 3));
}
