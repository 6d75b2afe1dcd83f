const SAFE_SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** An address from the receiver that may become a link; null for `javascript:` and whatever else a link could run.
 * A bare e-mail address becomes `mailto:`. */
export function safeHref(text: string): string | null {
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  try {
    const url = new URL(text);
    return SAFE_SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
