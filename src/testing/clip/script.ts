import type { Picture, SceneRenderer } from '../person/render.js';
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
  /** What happens to each picture after it is rendered; the picture given stays as it is. Set with {@link developed}. */
  readonly develop?: Develop | undefined;
  /** What `develop` was made from, in order. It is hashed into the file's name, as the closures cannot be. */
  readonly developments?: readonly Development[] | undefined;
}

/** Makes another picture of one, without changing it. The time is the clip’s, ms. */
export type Develop = (picture: Picture, timeMs: number) => Picture;

/** What names a way of changing pictures, so that clips of it are kept apart. */
export interface Development {
  readonly name: string;
  /** Everything that decides the pictures and that the scenes do not show; must survive `JSON.stringify`. */
  readonly parameters: unknown;
}

/** One picture of a clip. Whoever shows a clip takes its pictures from here. Equal times give equal bytes.
 * @param renderer - of the clip's size.
 * @example
 * const script = genuine(asked);
 * const picture = pictureAt(createRenderer(script.widthPx, script.heightPx), script, 1_000); */
export function pictureAt(renderer: SceneRenderer, script: ClipScript, timeMs: number): Picture {
  const picture = renderer.render(script.sceneAt(timeMs));
  return script.develop === undefined ? picture : script.develop(picture, timeMs);
}

/** The same clip with every picture changed, after what was done to it before.
 * @param parameters - what `develop` depends on besides the picture and the time: two clips that differ only there
 * would otherwise be taken for one by `writeClip`.
 * @example
 * const negative = developed(genuine(asked), 'negative', (picture) => ({ ...picture, rgb: picture.rgb.map((value) => 255 - value) })); */
export function developed(
  script: ClipScript,
  name: string,
  develop: Develop,
  parameters: unknown = null,
): ClipScript {
  const before = script.develop;
  return {
    ...script,
    name,
    develop: before ? (picture, timeMs) => develop(before(picture, timeMs), timeMs) : develop,
    developments: [...(script.developments ?? []), { name, parameters }],
  };
}

/** The same clip with every scene changed: light, backdrop, a second person.
 * @example
 * const wall = changed(genuine(asked), 'before-a-wall', (scene) => ({ ...scene, backdrop: 'white-wall' })); */
export function changed(
  script: ClipScript,
  name: string,
  change: (scene: Scene, timeMs: number) => Scene,
): ClipScript {
  return { ...script, name, sceneAt: (timeMs) => change(script.sceneAt(timeMs), timeMs) };
}

/** The same clip with every person changed.
 * @example
 * const tilted = changedPersons(genuine(asked), 'tilted', (person) => ({ ...person, rollDeg: 5 })); */
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
 * @param sourceMs - which moment of the original is shown.
 * @example
 * const frozen = retimed(genuine(asked), 'frozen', (timeMs) => Math.min(timeMs, 8_000)); */
export function retimed(script: ClipScript, name: string, sourceMs: (timeMs: number) => number): ClipScript {
  const { develop } = script;
  return {
    ...script,
    name,
    sceneAt: (timeMs) => script.sceneAt(sourceMs(timeMs)),
    develop: develop && ((picture, timeMs) => develop(picture, sourceMs(timeMs))),
  };
}

/** Times of a clip's frames, ms.
 * @example
 * const script = genuine(asked);
 * for (const timeMs of frameTimesMs(script)) count(script.sceneAt(timeMs).persons.length); */
export function frameTimesMs(script: ClipScript): readonly number[] {
  const count = Math.round((script.durationMs * script.framesPerSecond) / 1000);
  return Array.from({ length: count }, (_, frame) => (frame * 1000) / script.framesPerSecond);
}
