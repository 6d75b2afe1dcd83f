/** Of a page in a frame, or with one: the other side's origin. Default: no other side. */
export interface Framing {
  /** Which page may hold this one. */
  readonly heldBy?: string | undefined;
  /** Which page this one holds, and lets use the camera. */
  readonly holds?: string | undefined;
}

export interface PageRules extends Framing {
  /** Policies of the page's own framework, besides the widget's; `notRequired` for one that has none and writes HTML. Default: none. */
  readonly trustedTypes?: readonly string[] | 'notRequired' | undefined;
}

export interface PolicyOptions extends PageRules {
  /** Of scripts in the page itself, as the policy has them: `'sha256-…'`. Default: none. */
  readonly scriptHashes?: readonly string[] | undefined;
}

/** The strictest policy under which the widget works (docs/embedding.md). It goes with every file, because a worker takes
 * its policy from its own response and not from the page.
 * @param endpointOrigins - where besides its own origin the page may send requests. */
export function securityHeaders(
  endpointOrigins: readonly string[],
  { heldBy, holds, scriptHashes = [], trustedTypes = [] }: PolicyOptions = {},
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
    ...trustedTypesOf(trustedTypes),
  };
  const directives = Object.entries(policy).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  return {
    'Content-Security-Policy': directives.join('; '),
    'Permissions-Policy': `camera=(self${holds === undefined ? '' : ` "${holds}"`}), microphone=(), geolocation=(), display-capture=()`,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

function trustedTypesOf(
  besides: readonly string[] | 'notRequired',
): Readonly<Record<string, readonly string[]>> {
  if (besides === 'notRequired') return {};
  // The widget's one policy passes the address of its worker.
  return { 'require-trusted-types-for': ["'script'"], 'trusted-types': ['candor', ...besides] };
}
