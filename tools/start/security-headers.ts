/** The strictest policy under which the widget works (docs/embedding.md). It goes with every file, because a worker takes
 * its policy from its own response and not from the page.
 * @param endpointOrigins - where besides its own origin the page may send requests. */
export function securityHeaders(endpointOrigins: readonly string[]): Readonly<Record<string, string>> {
  const policy = {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'worker-src': ["'self'"],
    'connect-src': ["'self'", ...endpointOrigins],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    // The clip, which the seller watches before anything is sent.
    'media-src': ["'self'", 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    // The widget's one policy: it passes the address of its worker.
    'trusted-types': ['candor'],
  };
  const directives = Object.entries(policy).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  return {
    'Content-Security-Policy': directives.join('; '),
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), display-capture=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}
