/** Pages that wrap `mediaDevices`, and some web views, have no events of it. */
export type CameraDevices = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> &
  Partial<Pick<MediaDevices, 'addEventListener'>>;

/** What the camera stage needs of the browser. Tests pass doubles of it for what a real browser cannot be made to do. */
export interface CameraEnvironment {
  readonly isSecureContext: boolean;
  /** Undefined in insecure contexts and in some web views (requirement B-15). */
  readonly mediaDevices: CameraDevices | undefined;
  /** For the browsers of other apps alone, which nothing else tells apart. */
  readonly userAgent: string;
  /** Whether the page's policy lets this document use the camera; null where the browser does not tell. */
  isCameraAllowed(): boolean | null;
}

interface Policy {
  allowsFeature(feature: string): boolean;
}

/** Neither name is in TypeScript's DOM types: `featurePolicy` is Chromium's, `permissionsPolicy` its planned name. */
interface DocumentWithPolicy {
  readonly permissionsPolicy?: Policy;
  readonly featurePolicy?: Policy;
}

/** Reads the globals when called, not when imported, so that a server may import the module (requirement B-17). */
export function browserEnvironment(): CameraEnvironment {
  return {
    isSecureContext: globalThis.isSecureContext,
    mediaDevices: globalThis.navigator.mediaDevices,
    userAgent: globalThis.navigator.userAgent,
    isCameraAllowed: () => {
      const { permissionsPolicy, featurePolicy } = document as DocumentWithPolicy; // non-standard members, see above
      return (permissionsPolicy ?? featurePolicy)?.allowsFeature('camera') ?? null;
    },
  };
}
