/** What a request was for, as far as its address tells. */
export type RequestKind =
  | 'page'
  | 'file'
  | 'discovery'
  | 'session'
  | 'session-end'
  | 'verification'
  | 'opt-out'
  | 'record'
  | 'objection'
  | 'other';

export interface SeenRequest {
  readonly url: string;
  readonly kind: RequestKind;
  /** Bytes of the answer's body; null where the other server does not tell the page. */
  readonly receivedBytes: number | null;
  /** Only the sealed message carries anything about the face. */
  readonly aboutFace: boolean;
  /** Whether an answer came; null where the browser does not tell. Without one it may have arrived or not. */
  readonly answered: boolean | null;
}

/** One entry of the browser's own record (Resource Timing). */
export interface TimedRequest {
  readonly name: string;
  readonly entryType: string;
  readonly encodedBodySize: number;
  /** 0 where nothing came back. Missing in older browsers. */
  readonly responseStatus?: number;
}

const BY_PATH: readonly (readonly [RegExp, RequestKind])[] = [
  [/^\/\.well-known\/candor$/, 'discovery'],
  [/^\/sessions$/, 'session'],
  [/^\/sessions\/[^/]+$/, 'session-end'],
  [/^\/verifications$/, 'verification'],
  [/^\/verifications\/[^/]+$/, 'record'],
  [/^\/verifications\/[^/]+\/objections$/, 'objection'],
  [/^\/opt-outs$/, 'opt-out'],
];

function kindOf(url: string, entryType: string, pageUrl: string, endpoint: string): RequestKind {
  if (entryType === 'navigation') return 'page';
  const base = endpoint.replace(/\/+$/, '');
  const path = url.startsWith(`${base}/`) ? url.slice(base.length).replace(/[?#].*$/, '') : null;
  const found = path === null ? undefined : BY_PATH.find(([pattern]) => pattern.test(path))?.[1];
  if (found !== undefined) return found;
  return new URL(url).origin === new URL(pageUrl).origin ? 'file' : 'other';
}

/** @param endpoint - the receiver's base address. @param pageUrl - the page's own address. */
export function readRequest(timed: TimedRequest, pageUrl: string, endpoint: string): SeenRequest {
  const kind = kindOf(timed.name, timed.entryType, pageUrl, endpoint);
  return {
    url: timed.name,
    kind,
    receivedBytes: timed.encodedBodySize === 0 ? null : timed.encodedBodySize,
    aboutFace: kind === 'verification',
    answered: timed.responseStatus === undefined ? null : timed.responseStatus > 0,
  };
}
