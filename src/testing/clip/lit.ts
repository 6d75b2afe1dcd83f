import { linearRgb, relativeLuminance, toLinear } from '../../core/srgb.js';
import { CLIP_DURATION_MS, type LightStep } from '../../core/types.js';
import { createRenderer, type Picture, type SceneRenderer } from '../person/render.js';
import { type ClipScript, developed } from './script.js';

/** A person before a screen that shows colours. */

export interface Glow {
  readonly colours: readonly LightStep[];
  /** Light of the screen on the person, over the light of the room: 0.1 = a tenth is added. */
  readonly faceShare: number;
  /** The same for what is behind the person. Default: an eighth of it, as far behind as the screen is before. */
  readonly roomShare?: number;
  /** Clip time at which the recording starts, ms. Default 6000. */
  readonly startAtMs?: number;
  /** From the schedule to the picture, through the display and the camera, ms. Default 120. */
  readonly lagMs?: number;
}

/** The same clip in the light of a screen: only the person is near enough to be coloured. Comes before other
 * developments, because it tells the person from the room by drawing the room alone. */
export function lit(script: ClipScript, glow: Glow): ClipScript {
  let renderer: SceneRenderer | undefined;
  const { faceShare, roomShare = faceShare / 8 } = glow;
  const light = (picture: Picture, timeMs: number): Picture => {
    const colour = shownAt(glow, timeMs);
    if (colour === null) return picture;
    renderer ??= createRenderer(script.widthPx, script.heightPx);
    const room = renderer.render({ ...script.sceneAt(timeMs), persons: [] });
    return lighten(picture, room, curvesOf(colour, faceShare), curvesOf(colour, roomShare));
  };
  return developed(script, `lit-${script.name}`, light, glow);
}

function shownAt({ colours, startAtMs = 6_000, lagMs = 120 }: Glow, timeMs: number): LightStep['rgb'] | null {
  const elapsedMs = timeMs - startAtMs - lagMs;
  if (elapsedMs >= CLIP_DURATION_MS) return null;
  return colours.findLast(({ atMs }) => atMs <= elapsedMs)?.rgb ?? null;
}

/** For each channel, the grey value under added light by the grey value without it. */
type Curves = readonly [red: Uint8Array, green: Uint8Array, blue: Uint8Array];

function curvesOf(rgb: LightStep['rgb'], share: number): Curves {
  const colour = linearRgb(rgb);
  const luminance = relativeLuminance(colour);
  const curve = (channel: number): Uint8Array =>
    Uint8Array.from({ length: 256 }, (_, value) =>
      toSrgb(toLinear(value) * (1 + (share * channel) / luminance)),
    );
  return [curve(colour[0]), curve(colour[1]), curve(colour[2])];
}

function toSrgb(light: number): number {
  const value = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.round(255 * value));
}

function lighten(picture: Picture, room: Picture, face: Curves, behind: Curves): Picture {
  const [from, empty] = [picture.rgb, room.rgb];
  const rgb = new Uint8ClampedArray(from.length);
  for (let i = 0; i < from.length; i += 3) {
    const isRoom = from[i] === empty[i] && from[i + 1] === empty[i + 1] && from[i + 2] === empty[i + 2];
    const [red, green, blue] = isRoom ? behind : face;
    rgb[i] = red[from[i] ?? 0] ?? 0;
    rgb[i + 1] = green[from[i + 1] ?? 0] ?? 0;
    rgb[i + 2] = blue[from[i + 2] ?? 0] ?? 0;
  }
  return { ...picture, rgb };
}
