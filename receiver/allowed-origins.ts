/** Pages on the developer's own machine, whatever the port.
 * @example
 * const allowedOrigins = ['https://shop.example', ...LOOPBACK_ORIGINS]; */
export const LOOPBACK_ORIGINS = ['http://localhost:*', 'http://127.0.0.1:*'] as const;

export function isAnyPort(pattern: string): boolean {
  return LOOPBACK_ORIGINS.some((loopback) => loopback === pattern);
}

export function isAllowedOrigin(allowedOrigins: readonly string[], origin: string): boolean {
  return allowedOrigins.some((allowed) =>
    isAnyPort(allowed)
      ? origin === allowed.slice(0, -2) ||
        (origin.startsWith(allowed.slice(0, -1)) && isPort(origin, allowed))
      : origin === allowed,
  );
}

function isPort(origin: string, pattern: string): boolean {
  return /^\d{1,5}$/.test(origin.slice(pattern.length - 1));
}
