import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import * as v from 'valibot';

/** Who holds a lock. */
export interface LockHolder {
  readonly processId: number;
  /** When it started, as its system counts; empty where the system does not tell. Numbers of processes come back. */
  readonly startedAt: string;
  /** Where its number means something: this start of this system, and this namespace of process numbers. */
  readonly space: string;
}

const HolderSchema = v.object({
  id: v.string(),
  processId: v.pipe(v.number(), v.integer()),
  startedAt: v.string(),
  space: v.string(),
});

/** @returns null for a text that is not whole. */
export function parseHolder(text: string): LockHolder | null {
  try {
    const parsed = v.safeParse(HolderSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

export function thisProcess(): LockHolder {
  return { processId: process.pid, startedAt: startOf(process.pid) ?? '', space: processSpace() };
}

/** `unknown`: it cannot be looked up from here. */
export function fateOf({ processId, startedAt, space }: LockHolder): 'lives' | 'gone' | 'unknown' {
  if (space !== processSpace()) return 'unknown';
  if (!isRunning(processId)) return 'gone';
  const runningSince = startOf(processId);
  if (runningSince === null) return processId === process.pid ? 'lives' : 'unknown';
  return runningSince === startedAt ? 'lives' : 'gone';
}

/** Two containers have the same process numbers, and on one machine the same name too; a restart begins to count anew. */
function processSpace(): string {
  if (process.platform !== 'linux') return hostname();
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return NOWHERE;
  }
}

/** Of a system that does not say: nobody else can look this process up. */
const NOWHERE = randomUUID();

/** In ticks since the system started; null where the system does not tell. */
function startOf(processId: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // proc(5): field 22, counted after the name, which may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (thrown) {
    // EPERM: it runs, as somebody else.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
