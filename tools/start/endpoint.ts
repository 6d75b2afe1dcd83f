/** A receiver's address as the demo page may use it: HTTPS anywhere, HTTP only on this machine.
 * @returns the address without a trailing slash, or null when it cannot be used. */
export function readEndpoint(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, origin, pathname, username, password, search, hash } = new URL(text);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) return null;
  // Anything but letters could end a CSP directive or an attribute; what an address needs beyond them is listed.
  if (!/^[\w./~%-]*$/.test(pathname)) return null;
  return username || password || search || hash ? null : `${origin}${pathname}`.replace(/\/+$/, '');
}
