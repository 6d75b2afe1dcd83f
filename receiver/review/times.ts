const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** "22 Nov 2025, 10:00 UTC": one zone for all reviewers. */
export function timeInWords(at: Date): string {
  return `${format.format(at)} UTC`;
}

/** "3 days"; under a minute, "less than a minute". */
export function ageInWords(from: Date, to: Date): string {
  const ms = Math.max(0, to.getTime() - from.getTime());
  const steps = [
    { unit: 'day', ms: DAY_MS },
    { unit: 'hour', ms: HOUR_MS },
    { unit: 'minute', ms: MINUTE_MS },
  ];
  for (const step of steps) {
    const count = Math.floor(ms / step.ms);
    if (count > 0) return `${count} ${step.unit}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}
