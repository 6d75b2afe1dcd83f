import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Action } from '../../src/core/types.js';
import type { CheckId, ReasonCode } from '../../src/core/verdict.js';
import type { ClipScript } from '../../src/testing/index.js';
import type { Presentation } from '../harness/series.js';
import { type Attempt, attemptOf } from './attempt.js';

/** What must become of an attack. */
export type Expected =
  /** Never live, and in each presentation at least one of these checks fails. */
  | { readonly kind: 'caught'; readonly anyOf: readonly CheckId[] }
  /** Never live, and in each presentation all of these checks fail. */
  | { readonly kind: 'caught'; readonly allOf: readonly CheckId[] }
  /** Nothing is sent, and the seller is told one of these reasons: it may be a bad picture as well as an attack. */
  | { readonly kind: 'refused'; readonly reasons: readonly ReasonCode[] }
  /** Never live. Whether it is refused or looked at by a person differs, for the reason that is given. */
  | { readonly kind: 'stopped'; readonly why: string }
  /** Some presentations are live: a gap that docs/threat-model.md admits. One that is caught every time is no gap any
   * more, and the words must change. */
  | { readonly kind: 'missed'; readonly why: string };

/** One way to cheat. A file of `species/` exports one as its default; nothing else has to be written. */
export interface AttackSpecies {
  /** The file's name without its ending. */
  readonly id: string;
  readonly title: string;
  /** Rows of the list of attacks in docs/threat-model.md. */
  readonly rows: readonly number[];
  /** What is put before the camera. */
  readonly instrument: string;
  readonly expected: Expected;
  /** What may be asked. Default: all actions. */
  readonly actions?: readonly Action[] | undefined;
  clip(attempt: Attempt): ClipScript;
}

const FOLDER = new URL('species/', import.meta.url);

/** All species, in order of their names. */
export async function allSpecies(): Promise<readonly AttackSpecies[]> {
  const files = (await readdir(FOLDER)).filter((file) => /^[\w-]+\.ts$/.test(file)).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const { default: species }: { default: AttackSpecies } = await import(new URL(file, FOLDER).href);
      if (species.id !== basename(file, '.ts')) throw new Error(`${file} calls itself ${species.id}`);
      return species;
    }),
  );
}

/** @param number - from 0. */
export function presentationOf({ id, clip, actions }: AttackSpecies, number: number): Presentation {
  const attempt = attemptOf(number, actions);
  const { startAtMs } = attempt.options;
  const script = clip(attempt);
  return { script: { ...script, name: `${id}-${number}` }, challenge: attempt.challenge, startAtMs };
}
