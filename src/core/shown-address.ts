/** An address as an error may show it to whoever looks for the fault: where it is, without what may be secret in it
 * (credentials, query, fragment) or the file itself (`data:`).
 * @param url - absolute. */
export function shownAddress(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return host === '' ? protocol : `${protocol}//${host}${pathname}`;
}
