import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** A tenth of a processor where another process wants all of it. With less, what waits for a second in a test would wait in vain. */
const STEPPED_BACK = constants.priority.PRIORITY_BELOW_NORMAL;

/** Lets a process that was just started, and all that it will start, have the processor time that others leave, and little of what they
 * want. */
export function stepBack(pid: number): void {
  try {
    setPriority(pid, STEPPED_BACK);
    // Linux divides time between sessions first, and looks at priorities within one: this one's session steps back too.
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(STEPPED_BACK));
  } catch {
    // It has ended, or this kernel has no such file: then it runs as any other.
  }
}
