import { measureParallax } from '../../src/liveness/parallax.js';
import type { Positioning } from '../report/positioning.js';
import type {
  GenuinePresentation,
  LivenessResults,
  Presentation,
  SpeciesResult,
  UnpromptedPresentation,
} from '../report/results.js';
import { judgedTwice } from '../report/score.js';
import { readClipsFolder, type VideoFile } from './folder.js';
import { positioningOf } from './positioning.js';
import { openVideoRecorder, type Stretch, type VideoRecorder } from './record.js';

/** One's own videos: what `npm run report:liveness -- --clips DIR` measures. */

type Measured = Pick<
  LivenessResults,
  'genuine' | 'worn' | 'species' | 'unprompted' | 'positioning' | 'unjudged'
>;

function judged({ recording, challenge }: Stretch): Presentation {
  return judgedTwice(recording, challenge);
}

function hasFace({ recording }: Stretch): boolean {
  return recording.observations.some(({ face }) => face !== null);
}

function unprompted(video: VideoFile, stretch: Stretch): UnpromptedPresentation {
  const yawSpanDeg = measureParallax(stretch.recording.observations)?.spanDeg ?? null;
  return { ...judged(stretch), video: video.name, fromMs: stretch.fromMs, yawSpanDeg };
}

interface Stretches {
  /** From the video's start. */
  readonly all: readonly Stretch[];
  /** Those that can be judged; of the others, why not. */
  readonly stretches: readonly Stretch[];
  readonly unjudged: LivenessResults['unjudged'];
}

async function stretchesOf(recorder: VideoRecorder, video: VideoFile): Promise<Stretches> {
  const recorded = await recorder.record(video);
  if (recorded.kind === 'unreadable') {
    return { all: [], stretches: [], unjudged: [{ name: video.name, why: `unreadable: ${recorded.why}` }] };
  }
  const faceless = recorded.stretches.filter((stretch) => !hasFace(stretch));
  return {
    all: recorded.stretches,
    stretches: recorded.stretches.filter(hasFace),
    unjudged: faceless.map(({ fromMs }) => ({
      name: video.name,
      why: `no face in the five seconds from ${fromMs / 1_000} s`,
    })),
  };
}

/** @throws Error when the folder holds nothing to measure, or the library is not built. */
export async function measureVideos(root: string, report: (line: string) => void): Promise<Measured> {
  const { sets, unused } = await readClipsFolder(root);
  const recorder = await openVideoRecorder();
  const genuine: GenuinePresentation[] = [];
  const uncued: UnpromptedPresentation[] = [];
  const species: SpeciesResult[] = [];
  const positioning: Positioning[] = [];
  const unjudged = [...unused];
  try {
    for (const set of sets) {
      const attacks: Presentation[] = [];
      for (const video of set.videos) {
        const { all, stretches, unjudged: without } = await stretchesOf(recorder, video);
        unjudged.push(...without);
        const positioned = set.species === null ? positioningOf(video.name, all) : null;
        if (positioned !== null) positioning.push(positioned);
        report(`${video.name}: ${stretches.length} stretches judged`);
        if (set.species !== null) attacks.push(...stretches.map(judged));
        else if (video.challenge === null) uncued.push(...stretches.map((one) => unprompted(video, one)));
        else genuine.push(...stretches.map((one) => ({ ...judged(one), ...personOf(video) })));
      }
      if (set.species !== null) species.push(speciesOf(set.species, attacks));
    }
  } finally {
    await recorder.close();
  }
  return { genuine, worn: [], species, unprompted: uncued, positioning, unjudged };
}

function personOf({ name }: VideoFile): Pick<GenuinePresentation, 'person' | 'condition' | 'group'> {
  return { person: name, condition: 'as filmed', group: null };
}

function speciesOf(id: string, presentations: readonly Presentation[]): SpeciesResult {
  return { id, title: id.replaceAll('-', ' '), expected: { kind: 'caught' }, presentations };
}
