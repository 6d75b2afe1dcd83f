import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** The least that a process can ask for. */
const LAST = constants.priority.PRIORITY_LOW;

/** Lets a process that was just started, and all that it will start, have the processor time that others leave. */
export function stepBack(pid: number): void {
  try {
    setPriority(pid, LAST);
    // Linux divides time between sessions first, and looks at priorities within one: this one's session steps back too.
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(LAST));
  } catch {
    // It has ended, or this kernel has no such file: then it runs as any other.
  }
}
