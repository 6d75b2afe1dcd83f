import { readFile } from 'node:fs/promises';
import {
  type ClipScript,
  far,
  type GenuineOptions,
  genuine,
  type Identity,
  writeClip,
} from '../../src/testing/index.js';
import type { ClipReading, Lab, LabFrame } from './lab.js';
import { splitMjpeg } from './mjpeg.js';

/** How one identity comes out. */
export interface IdentityReading {
  readonly name: string;
  /** Of the genuine clips, in order of {@link CONDITIONS}. */
  readonly embeddings: readonly (readonly number[])[];
  readonly frames: number;
  readonly framesWithOneFace: number;
  readonly highestYawDeg: number;
  readonly lowestYawDeg: number;
  /** First frame of the first clip, at the default distance. */
  readonly iedPx: number;
  readonly farIedPx: number;
}

/** Clips of the same person that differ as sessions do. */
const CONDITIONS: readonly Partial<GenuineOptions>[] = [
  { take: 1 },
  { take: 2 },
  {
    take: 3,
    person: { distanceCm: 36 },
    scene: { light: { direction: [-0.6, 0.4, 0.7], ambient: 0.5, level: 0.8, tint: [1, 0.97, 0.9] } },
  },
];
const CHALLENGE = [
  { action: 'turn-left', cueAtMs: 1_100 },
  { action: 'turn-right', cueAtMs: 3_000 },
] as const;
/** Analysed: 10 frames a second, as on a slow machine. */
const FRAME_STEP = 3;
const EMBED_EVERY_MS = 300;
const BASELINE_MS = 2_000;

/** Renders the identity's clips and reads every third frame with the built worker. */
export async function measureIdentity(lab: Lab, identity: Identity): Promise<IdentityReading> {
  const clips: ClipReading[] = [];
  for (const condition of CONDITIONS) {
    clips.push(
      await readScript(
        lab,
        genuine({ identity, challenge: CHALLENGE, startAtMs: 1_000, durationMs: 7_000, ...condition }),
      ),
    );
  }
  const farClip = await readScript(lab, far({ identity, challenge: [], durationMs: 500 }));
  const frames = clips.flatMap((clip) => clip.frames);
  const yaws = frames.flatMap(({ yawDeg }) => yawDeg ?? []);
  return {
    name: identity.name,
    embeddings: clips.map((clip) => clip.embedding),
    frames: frames.length,
    framesWithOneFace: frames.filter(({ faceCount }) => faceCount === 1).length,
    highestYawDeg: Math.max(...yaws),
    lowestYawDeg: Math.min(...yaws),
    iedPx: clips[0]?.frames[0]?.iedPx ?? 0,
    farIedPx: farClip.frames[0]?.iedPx ?? 0,
  };
}

async function readScript(lab: Lab, script: ClipScript): Promise<ClipReading> {
  const pictures = splitMjpeg(await readFile(await writeClip(script)));
  const frames: LabFrame[] = [];
  for (let index = 0; index < pictures.length; index += FRAME_STEP) {
    const timeMs = (index * 1_000) / script.framesPerSecond;
    const embed = timeMs < BASELINE_MS && timeMs % EMBED_EVERY_MS < 1;
    frames.push({ jpeg: pictures[index]?.toString('base64') ?? '', timeMs, embed });
  }
  return lab.read(frames);
}

/** Cosine similarity of two unit vectors. */
export function similarity(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** Over the clips of both: the highest for two persons, the lowest for one. The worst case for telling them apart. */
export function worstSimilarity(a: IdentityReading, b: IdentityReading): number {
  const all = a.embeddings.flatMap((one, i) =>
    b.embeddings.flatMap((other, j) => (a === b && i === j ? [] : [similarity(one, other)])),
  );
  return a === b ? Math.min(...all) : Math.max(...all);
}
