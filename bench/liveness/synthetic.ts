import { attemptOf, personOf } from '../../e2e/attacks/attempt.js';
import { type AttackSpecies, allSpecies, presentationOf } from '../../e2e/attacks/species.js';
import { GENUINE_CONDITIONS, type Identity } from '../../src/testing/index.js';
import { openSeriesCache, type SeriesCache } from './harness/cache.js';
import type { Presentation as Shown } from './harness/series.js';
import type { GenuinePresentation, LivenessResults, Presentation, SpeciesResult } from './report.js';
import { judgedTwice } from './score.js';

/** Captures of rendered persons: what `npm run report:liveness` measures without a folder of videos. */

export interface SyntheticSize {
  /** Presentations of each species that must be caught. */
  readonly attacks: number;
  /** Presentations of each known gap: it takes few to show that it is one. */
  readonly gaps: number;
  readonly persons: number;
  /** Of all conditions, how many each person is shown in, in turns. */
  readonly conditionsEach: number;
}

type Report = (line: string) => void;

async function judged(cache: SeriesCache, shown: Shown): Promise<Presentation> {
  return judgedTwice(await cache.read(shown), shown.challenge);
}

/** A broad one, of the painted skin: for a report, no person is ever sorted by it. */
function skinGroup({ skin }: Identity): string {
  const [red, green, blue] = skin.rgb;
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  if (luma < 100) return 'dark skin (rendered)';
  return luma < 165 ? 'middle skin (rendered)' : 'light skin (rendered)';
}

async function genuineResults(
  cache: SeriesCache,
  { persons, conditionsEach }: SyntheticSize,
  report: Report,
): Promise<readonly GenuinePresentation[]> {
  const results: GenuinePresentation[] = [];
  for (let person = 0; person < persons; person += 1) {
    for (let turn = 0; turn < conditionsEach; turn += 1) {
      const condition = GENUINE_CONDITIONS[(person * conditionsEach + turn) % GENUINE_CONDITIONS.length];
      if (condition === undefined) throw new Error('there are no conditions');
      const { options, challenge } = attemptOf(person);
      // The condition decides light and place.
      const { scene: _scene, person: _person, ...rest } = options;
      const script = { ...condition.script(rest), name: `genuine-${person}-${condition.name}` };
      const presentation = await judged(cache, { script, challenge, startAtMs: options.startAtMs });
      const identity = personOf(person);
      results.push({
        ...presentation,
        person: identity.name,
        condition: condition.name,
        group: skinGroup(identity),
      });
    }
    report(`genuine: person ${person + 1} of ${persons}`);
  }
  return results;
}

async function speciesResult(
  cache: SeriesCache,
  species: AttackSpecies,
  { attacks, gaps }: SyntheticSize,
): Promise<SpeciesResult> {
  const { id, title, expected } = species;
  const isGap = expected.kind === 'missed';
  const presentations: Presentation[] = [];
  for (let number = 0; number < (isGap ? gaps : attacks); number += 1) {
    presentations.push(await judged(cache, presentationOf(species, number)));
  }
  return { id, title, expected: isGap ? expected : { kind: 'caught' }, presentations };
}

/** @throws Error when the library is not built. */
export async function measureSynthetic(
  size: SyntheticSize,
  report: Report,
): Promise<Pick<LivenessResults, 'genuine' | 'species'>> {
  const cache = await openSeriesCache();
  try {
    const genuine = await genuineResults(cache, size, report);
    const species: SpeciesResult[] = [];
    for (const one of await allSpecies()) {
      const result = await speciesResult(cache, one, size);
      const live = result.presentations.filter(({ verdict }) => verdict.verdict === 'live').length;
      report(`${one.id}: ${live} of ${result.presentations.length} live`);
      species.push(result);
    }
    const { series, msPerFrame } = cache.recorded();
    report(`${series} series recorded, ${msPerFrame.toFixed(0)} ms a frame; the others were kept`);
    return { genuine, species };
  } finally {
    await cache.close();
  }
}
