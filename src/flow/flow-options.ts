import type { Locale, Profile } from '../core/types.js';

/** Options of every door. */
export interface FlowOptions<HandsOver extends boolean = boolean> {
  /** Base address of the receiver, for example `https://verify.example/candor`. */
  readonly endpoint: string;
  /** Wanted language of the notice; falls back to its language, then `en`, then the first offered. */
  readonly locale?: Locale | undefined;
  /** What the seller starts with; where the receiver offers both, they may choose the other one. */
  readonly profile?: Profile | undefined;
  /** The marketplace's own pseudonymous id of the seller, 1 to 128 characters. Null is absent. */
  readonly subject?: string | null | undefined;
  /** Sent with every request to the endpoint, for example `Authorization`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Folder of the widget's worker, wasm and model files, when they are not beside its JavaScript. */
  readonly assetsUrl?: string | undefined;
  /** Starts the recording by itself once the face is steady. */
  readonly autoStart?: boolean | undefined;
  /** Offers the seller the check with coloured light. Off by default; on, it is still the seller's choice (requirement C-09). */
  readonly colourCheck?: boolean | undefined;
  /** Pins the key list: an Ed25519 public key, base64url, and the lowest `seq` to accept. */
  readonly pinnedKey?: { readonly publicKey: string; readonly minSeq: number } | undefined;
  /** Which onnxruntime build embeds. WebGPU's is only in a folder made by `candor-assets --webgpu`, at `assetsUrl`: `auto`
   * takes it where it is there, an adapter answers and a warm-up is faster; `webgpu` demands it. */
  readonly embeddingBackend?: 'auto' | 'wasm' | 'webgpu' | undefined;
  /** Parts of names of cameras that this page expects, for a kiosk's virtual camera or a test's file: such a name does
   * not count as a sign of injected pictures. */
  readonly allowedCameraLabels?: readonly string[] | undefined;
  /** Hands the token that shows, contests and withdraws the verification to the page, which must then keep it as the seller's. Off by
   * default: it is in the seller's own file, and in this browser's storage. */
  readonly handOverToken?: HandsOver | undefined;
  /** Where the widget is on the page: while that is not drawn (in a dialog that the page has closed, say) it counts as a page that
   * nobody sees, and holds no camera. The component and the element say it themselves. */
  readonly place?: (() => Element | null) | undefined;
}
