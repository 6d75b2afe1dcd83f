import type { Identity } from '../../src/testing/index.js';
import { GENUINE_CONDITIONS } from '../clips/conditions.js';
import { type Worn, wearing } from '../clips/worn.js';
import type { Presentation } from '../harness/series.js';
import { attemptOf, personOf } from './attempt.js';

const PERSONS = 24;

/** A seller who does what is asked: should be live. */
export interface GenuinePresentation extends Presentation {
  readonly person: Identity;
  /** Name of a circumstance, or of what is worn. */
  readonly condition: string;
}

/** @param number - from 0. Every 24 go through all persons, every 19 through all conditions: 456 meet each once. */
export function genuinePresentation(number: number): GenuinePresentation {
  const { options, challenge } = attemptOf(number);
  const condition = GENUINE_CONDITIONS[number % GENUINE_CONDITIONS.length];
  if (condition === undefined) throw new Error('the test kit has no genuine conditions');
  const person = personOf(number % PERSONS);
  const script = condition.script({ ...options, identity: person });
  return {
    script: { ...script, name: `genuine-${number}` },
    challenge,
    startAtMs: options.startAtMs,
    person,
    condition: condition.name,
  };
}

/** As {@link genuinePresentation}, in plain circumstances and with something worn. @param number - from 0. */
export function wornPresentation(worn: Worn, number: number): GenuinePresentation {
  const { options, challenge } = attemptOf(number);
  const person = personOf(number % PERSONS);
  const script = wearing({ ...options, identity: person }, worn, number);
  return {
    script: { ...script, name: `worn-${worn}-${number}` },
    challenge,
    startAtMs: options.startAtMs,
    person,
    condition: worn,
  };
}
