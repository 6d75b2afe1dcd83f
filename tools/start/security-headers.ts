/** Of a page in a frame, or with one: the other side's origin. Default: no other side. */
export interface Framing {
  /** Which page may hold this one. */
  readonly heldBy?: string | undefined;
  /** Which page this one holds, and lets use the camera. */
  readonly holds?: string | undefined;
}

export interface PolicyOptions extends Framing {
  /** Of scripts in the page itself, as the policy has them: `'sha256-…'`. Default: none. */
  readonly scriptHashes?: readonly string[] | undefined;
}

/** The strictest policy under which the widget works (docs/embedding.md). It goes with every file, because a worker takes
 * its policy from its own response and not from the page.
 * @param endpointOrigins - where besides its own origin the page may send requests. */
export function securityHeaders(
  endpointOrigins: readonly string[],
  { heldBy, holds, scriptHashes = [] }: PolicyOptions = {},
): Readonly<Record<string, string>> {
  const policy = {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...scriptHashes],
    'worker-src': ["'self'"],
    'connect-src': ["'self'", ...endpointOrigins],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    // The clip, which the seller watches before anything is sent.
    'media-src': ["'self'", 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-src': [holds ?? "'none'"],
    'frame-ancestors': [heldBy ?? "'none'"],
    'require-trusted-types-for': ["'script'"],
    // The widget's one policy: it passes the address of its worker.
    'trusted-types': ['candor'],
  };
  const directives = Object.entries(policy).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  return {
    'Content-Security-Policy': directives.join('; '),
    'Permissions-Policy': `camera=(self${holds === undefined ? '' : ` "${holds}"`}), microphone=(), geolocation=(), display-capture=()`,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}
