import type { VerificationEvents } from 'candor';

const NAMES = [
  'onUpdate',
  'onStateChange',
  'onDone',
  'onOptOut',
  'onError',
  'onCancel',
  'onEvent',
] as const satisfies readonly (keyof VerificationEvents)[];

/** All callbacks of a host whose analytics was removed by an ad blocker. */
export function failingCallbacks(rejecting: boolean): VerificationEvents {
  const failing = (name: string) => (): unknown => {
    const fault = new ReferenceError(`${name}: analytics is not defined`);
    if (rejecting) return Promise.reject(fault);
    throw fault;
  };
  return Object.fromEntries(NAMES.map((name) => [name, failing(name)]));
}
