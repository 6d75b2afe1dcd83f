import { FACES_KEPT } from '../../core/observation.js';
import type { TextureModel } from '../manifest.js';
import { chipTransform, EMBEDDED_CHIP } from './align.js';
import { boxOf } from './choose.js';
import { faceCrop } from './crop.js';
import type { Landmarks } from './landmarks.js';
import type { Picture, Still } from './picture.js';

/** What the models look at in one frame, RGBA; whoever asked for it wipes it. */
export interface Views {
  /** The aligned face. */
  readonly chip: Uint8ClampedArray;
  /** One per texture model, in their order. */
  readonly crops: readonly Uint8ClampedArray[];
}

interface KeptFace {
  readonly frameId: number;
  readonly still: Still;
  readonly landmarks: Landmarks;
}

/** The newest few frames with a face, for a moment: which one is embedded is only known after a later one was looked at.
 * What the models look at is drawn when it is asked for, so a frame that nobody asks for costs nothing. */
export class KeptFaces {
  readonly #picture: Picture;
  #kept: KeptFace[] = [];

  constructor(picture: Picture) {
    this.#picture = picture;
  }

  /** Keeps the frame that the picture took last; the oldest one goes. */
  keep(frameId: number, landmarks: Landmarks): void {
    this.#kept.push({ frameId, still: this.#picture.keep(), landmarks });
    this.#release(this.#kept.splice(0, Math.max(0, this.#kept.length - FACES_KEPT)));
  }

  /** Null: that frame is gone, or had no face. @throws `env.pixels_unreadable` */
  viewsOf(frameId: number, textureModels: readonly TextureModel[]): Views | null {
    const face = this.#kept.find((candidate) => candidate.frameId === frameId);
    if (face === undefined) return null;
    const { still, landmarks } = face;
    const { width, height } = still.canvas;
    return {
      chip: this.#picture.embeddedChip(still, chipTransform(landmarks.pointsPx, EMBEDDED_CHIP)),
      crops: textureModels.map(({ cropScale, input }) =>
        this.#picture.crop(still, faceCrop(boxOf(landmarks), cropScale, width, height), input.sidePx),
      ),
    };
  }

  forget(): void {
    this.#release(this.#kept);
    this.#kept = [];
  }

  #release(faces: readonly KeptFace[]): void {
    for (const { still } of faces) this.#picture.release(still);
  }
}
