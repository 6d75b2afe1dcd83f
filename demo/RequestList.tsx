import { type ReactElement, useSyncExternalStore } from 'react';
import type { RequestKind, SeenRequest } from './requests.js';
import type { RequestLog } from './watch-requests.js';

const MEANING: Readonly<Record<RequestKind, string>> = {
  page: 'This page',
  file: 'A file of this page',
  discovery: 'Fetches the notice, the key and the threshold',
  session: 'Opens a session',
  'session-end': 'Asks to delete what may have arrived',
  verification: 'The sealed message',
  'opt-out': 'The choice of another way',
  record: 'Asks what is stored, or deletes it',
  objection: 'What you say to a decision',
  other: 'Something else',
};

const OWN: readonly RequestKind[] = ['page', 'file'];
const kilobytes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

function size(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : `${kilobytes.format(bytes / 1_000)} kB`;
}

export interface RequestListProps {
  readonly log: RequestLog;
  /** Size of the sealed message, once it is on its way. */
  readonly sentBytes: number | null;
}

/** For the curious: every request that the page made, newest last, and which of them is about the face. */
export function RequestList({ log, sentBytes }: RequestListProps): ReactElement {
  const seen = useSyncExternalStore(log.subscribe, log.getSnapshot);
  const files = seen.filter(({ kind }) => OWN.includes(kind));
  const others = seen.filter(({ kind }) => !OWN.includes(kind));
  const about = others.filter(({ aboutFace }) => aboutFace).length;
  return (
    <aside className="requests" aria-labelledby="requests-title">
      <h2 id="requests-title">For the curious</h2>
      <p className="requests-sum">
        Requests to the receiver: <strong>{others.length}</strong>
        <br />
        With anything about a face: <strong>{about}</strong>
      </p>
      <ol className="requests-list">
        {others.map((request, index) => (
          <RequestRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows
            key={index}
            request={request}
            sentBytes={sentBytes}
          />
        ))}
      </ol>
      <OwnFiles files={files} />
      <p className="requests-note">
        Read from the browser’s own record. The analysis worker fetches its models and WebAssembly from this
        site itself; your browser’s network panel shows those too.
      </p>
    </aside>
  );
}

interface RequestRowProps {
  readonly request: SeenRequest;
  readonly sentBytes: number | null;
}

function RequestRow({ request, sentBytes }: RequestRowProps): ReactElement {
  const { url, kind, aboutFace } = request;
  const { host, pathname } = new URL(url);
  return (
    <li data-about-face={aboutFace}>
      <span className="requests-meaning">{MEANING[kind]}</span>
      <code>
        {host}
        {pathname}
      </code>
      <span className="requests-mark">
        {aboutFace ? 'Carries the face template, sealed' : 'Nothing about a face'}
      </span>
      <span className="requests-size">{sizesOf(request, sentBytes)}</span>
    </li>
  );
}

function sizesOf({ aboutFace, answered, receivedBytes }: SeenRequest, sentBytes: number | null): string {
  if (answered === false) return 'No answer: cut off. Whether it arrived, this page cannot know';
  const sent = aboutFace && answered === true && sentBytes !== null ? `${size(sentBytes)} sent. ` : '';
  const received =
    receivedBytes === null ? 'Size of the answer: not told to pages' : `${size(receivedBytes)} received`;
  return sent + received;
}

function OwnFiles({ files }: { readonly files: readonly SeenRequest[] }): ReactElement {
  const total = files.reduce((sum, { receivedBytes }) => sum + (receivedBytes ?? 0), 0);
  return (
    <details className="requests-files">
      <summary>
        {files.length} of this site’s own files, {size(total)}
      </summary>
      <ul>
        {files.map(({ url, receivedBytes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows, and a file may be fetched twice.
          <li key={index}>
            <code>{new URL(url).pathname}</code> {receivedBytes === null ? '' : size(receivedBytes)}
          </li>
        ))}
      </ul>
    </details>
  );
}
