import type { Identity } from '../../src/testing/index.js';
import {
  genuinePresentation,
  type GenuinePresentation as Shown,
  wornPresentation,
} from '../attacks/genuine.js';
import { type AttackSpecies, allSpecies, presentationOf } from '../attacks/species.js';
import { WORN } from '../clips/worn.js';
import { openSeriesCache, type SeriesCache } from '../harness/cache.js';
import type { GenuinePresentation, LivenessResults, Presentation, SpeciesResult } from './results.js';
import { judgedTwice } from './score.js';

/** Captures of rendered persons: what `npm run report:liveness` measures without a folder of videos. */

export interface SyntheticSize {
  /** Presentations of each species that must be caught. */
  readonly attacks: number;
  /** Presentations of each known gap: it takes few to show that it is one. */
  readonly gaps: number;
  readonly genuine: number;
  /** Genuine captures with each thing that is worn. */
  readonly worn: number;
  /** When no further attack is recorded, on `performance.now()`'s clock, ms: those that were recorded once still count. */
  readonly untilMs: number;
}

type Report = (line: string) => void;

/** A broad one, of the painted skin: for a report, no person is ever sorted by it. */
function skinGroup({ skin }: Identity): string {
  const [red, green, blue] = skin.rgb;
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  if (luma < 100) return 'dark skin (rendered)';
  return luma < 165 ? 'middle skin (rendered)' : 'light skin (rendered)';
}

function numbered(count: number, shown: (number: number) => Shown): readonly Shown[] {
  return Array.from({ length: count }, (_, number) => shown(number));
}

async function genuineResults(
  cache: SeriesCache,
  what: string,
  shown: readonly Shown[],
  report: Report,
): Promise<readonly GenuinePresentation[]> {
  const results: GenuinePresentation[] = [];
  for (const { person, condition, ...presentation } of shown) {
    const series = await cache.read(presentation);
    const judged = judgedTwice(series, presentation.challenge);
    results.push({ ...judged, person: person.name, condition, group: skinGroup(person) });
    if (results.length % 24 === 0) report(`${what}: ${results.length} of ${shown.length}`);
  }
  return results;
}

interface Tried {
  readonly species: AttackSpecies;
  readonly presentations: Presentation[];
}

function wanted({ expected }: AttackSpecies, { attacks, gaps }: SyntheticSize): number {
  return expected.kind === 'missed' ? gaps : attacks;
}

/** In turns, so that a run that is cut short has recorded every species about as often. What was kept counts beyond that;
 * the report says how many there are of each. */
async function trySpecies(
  cache: SeriesCache,
  size: SyntheticSize,
  report: Report,
): Promise<readonly Tried[]> {
  const tried: readonly Tried[] = (await allSpecies()).map((species) => ({ species, presentations: [] }));
  const rounds = Math.max(size.attacks, size.gaps);
  for (let number = 0; number < rounds; number += 1) {
    for (const { species, presentations } of tried) {
      // When the time is up, a species ends with the first capture that would have to be recorded.
      if (number >= wanted(species, size) || presentations.length < number) continue;
      const shown = presentationOf(species, number);
      const isLate = performance.now() > size.untilMs;
      const series = isLate ? await cache.kept(shown) : await cache.read(shown);
      if (series !== null) presentations.push(judgedTwice(series, shown.challenge));
    }
    report(`attacks: presentation ${number + 1} of ${rounds}`);
  }
  return tried;
}

function resultOf({ species, presentations }: Tried): SpeciesResult {
  const { id, title, expected } = species;
  return { id, title, expected: expected.kind === 'missed' ? expected : { kind: 'caught' }, presentations };
}

/** @throws Error when the library is not built. */
export async function measureSynthetic(
  size: SyntheticSize,
  report: Report,
): Promise<Pick<LivenessResults, 'genuine' | 'worn' | 'species'>> {
  const cache = await openSeriesCache();
  try {
    const genuine = await genuineResults(
      cache,
      'genuine',
      numbered(size.genuine, genuinePresentation),
      report,
    );
    const wearers = WORN.flatMap((one) => numbered(size.worn, (number) => wornPresentation(one, number)));
    const worn = await genuineResults(cache, 'worn', wearers, report);
    const species = (await trySpecies(cache, size, report)).map(resultOf);
    for (const { id, presentations } of species) {
      const live = presentations.filter(({ verdict }) => verdict.verdict === 'live').length;
      report(`${id}: ${live} of ${presentations.length} live`);
    }
    const { series, msPerFrame } = cache.recorded();
    report(`${series} series recorded, ${msPerFrame.toFixed(0)} ms a frame; the others were kept`);
    return { genuine, worn, species };
  } finally {
    await cache.close();
  }
}
