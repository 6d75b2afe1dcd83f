import type { Person, Scene } from '../person/scene.js';

/** What a clip shows, as a function of time. Nothing is drawn until it is written. */
export interface ClipScript {
  /** Part of the file's name: Chromium uses the path as the camera's label. */
  readonly name: string;
  readonly durationMs: number;
  readonly framesPerSecond: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** `mjpeg` is small and always plays at 30 fps in Chromium; `y4m` keeps its rate, at 0.46 MB a frame. */
  readonly container: 'mjpeg' | 'y4m';
  /** Only y4m: the file ends in the middle of a frame after this many. */
  readonly tornAfterFrames?: number | undefined;
  sceneAt(timeMs: number): Scene;
}

/** The same clip with every scene changed: light, backdrop, a second person. */
export function changed(
  script: ClipScript,
  name: string,
  change: (scene: Scene, timeMs: number) => Scene,
): ClipScript {
  return { ...script, name, sceneAt: (timeMs) => change(script.sceneAt(timeMs), timeMs) };
}

/** The same clip with every person changed. */
export function changedPersons(
  script: ClipScript,
  name: string,
  change: (person: Person, timeMs: number) => Person,
): ClipScript {
  return changed(script, name, (scene, timeMs) => ({
    ...scene,
    persons: scene.persons.map((person) => change(person, timeMs)),
  }));
}

/** The same clip in another order of time: loops, freezes, boomerangs. Equal times give equal pictures.
 * @param sourceMs - which moment of the original is shown. */
export function retimed(script: ClipScript, name: string, sourceMs: (timeMs: number) => number): ClipScript {
  return { ...script, name, sceneAt: (timeMs) => script.sceneAt(sourceMs(timeMs)) };
}

/** Times of a clip's frames, ms. */
export function frameTimesMs(script: ClipScript): readonly number[] {
  const count = Math.round((script.durationMs * script.framesPerSecond) / 1000);
  return Array.from({ length: count }, (_, frame) => (frame * 1000) / script.framesPerSecond);
}
