import { CLIP_DURATION_MS } from '../../src/core/types.js';
import type { EmbeddedFrame } from '../harness/in-page.js';
import { type Strategy, similarity, type Template } from './strategies.js';

/** Five seconds of one person. */
export interface PersonClip {
  readonly person: string;
  /** Which people are compared among themselves besides; null = none. */
  readonly group: string | null;
  readonly frames: readonly EmbeddedFrame[];
}

export interface Comparison {
  readonly strategy: Strategy;
  /** First half against second half of clips of one person. */
  readonly genuine: readonly number[];
  /** First half of one person against second half of another. */
  readonly impostor: readonly number[];
  /** The same of two people of one group. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
}

interface Halves {
  readonly person: string;
  readonly group: string | null;
  readonly first: Template;
  readonly second: Template;
}

export interface Halved {
  readonly clips: readonly PersonClip[];
  /** Without a good frame in one of the halves. */
  readonly left: number;
}

const isFirst = ({ mediaTimeMs }: EmbeddedFrame): boolean => mediaTimeMs < CLIP_DURATION_MS / 2;

/** Only clips with good frames from the front in both halves can be compared. */
export function halvable(clips: readonly PersonClip[]): Halved {
  const whole = clips.filter(({ frames }) => {
    const front = frames.filter(({ view }) => view === 'front');
    return front.some(isFirst) && !front.every(isFirst);
  });
  return { clips: whole, left: clips.length - whole.length };
}

/** Two and a half seconds stand for a visit. @param clips - {@link halvable} ones. */
export function compare(clips: readonly PersonClip[], strategy: Strategy): Comparison {
  const halves = clips.map(
    ({ person, group, frames }): Halves => ({
      person,
      group,
      first: strategy.template(frames.filter(isFirst)),
      second: strategy.template(frames.filter((frame) => !isFirst(frame))),
    }),
  );
  const [genuine, impostor]: [number[], number[]] = [[], []];
  const groups = new Map<string, number[]>();
  for (const one of halves) {
    for (const other of halves) {
      const alike = similarity(one.first, other.second);
      (one.person === other.person ? genuine : impostor).push(alike);
      if (one.person === other.person || one.group === null || one.group !== other.group) continue;
      groups.set(one.group, [...(groups.get(one.group) ?? []), alike]);
    }
  }
  return { strategy, genuine, impostor, groups };
}
