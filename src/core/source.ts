/** What a page can see of where its pictures come from. Signals for a person who looks, never proofs: a patched browser
 * and a camera driver pass all of them (requirements I-02…I-06, docs/threat-model.md). Nothing of it is sent but bands. */
export interface SourceSignals {
  /** What made the track, by its class: a camera's is the plain one. */
  readonly track: 'camera' | 'canvas' | 'generator' | 'other';
  /** Whether the track's device is among those that the browser lists; null = the list could not be had. */
  readonly isEnumerated: boolean | null;
  /** Whether the functions that gave the track are the browser's own, asked with this page's `toString` and with that of
   * a fresh realm; null = no realm could be made and nothing else spoke against it. */
  readonly isNative: boolean | null;
  readonly label: string;
  /** The host page expects a camera of this name (`allowedCameraLabels`). */
  readonly isLabelAllowed: boolean;
  /** Whether the frames carry the camera's own times; where a video element copied them, they are the element's. */
  readonly hasCaptureTimes: boolean;
}
