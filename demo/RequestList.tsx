import { type ReactElement, useSyncExternalStore } from 'react';
import { type Language, useLanguage } from './language.js';
import type { RequestKind, SeenRequest } from './requests.js';
import type { RequestLog } from './watch-requests.js';

const OWN: readonly RequestKind[] = ['page', 'file'];

/** `12 byte`, `3.1 kB`, in the words of the language. */
function sized(bytes: number, tag: string): string {
  const small = bytes < 1_000;
  const options = { style: 'unit', unit: small ? 'byte' : 'kilobyte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(tag, options).format(small ? bytes : bytes / 1_000);
}

export interface RequestListProps {
  readonly log: RequestLog;
  /** Size of the sealed message, once it is on its way. */
  readonly sentBytes: number | null;
}

/** For the curious: every request that the page made, newest last, and which of them is about the face. */
export function RequestList({ log, sentBytes }: RequestListProps): ReactElement {
  const { words } = useLanguage();
  const seen = useSyncExternalStore(log.subscribe, log.getSnapshot);
  const files = seen.filter(({ kind }) => OWN.includes(kind));
  const others = seen.filter(({ kind }) => !OWN.includes(kind));
  const about = others.filter(({ aboutFace }) => aboutFace).length;
  return (
    <aside className="requests" aria-labelledby="requests-title">
      <h2 id="requests-title">{words.curious}</h2>
      <p className="requests-sum">
        {words.toReceiver} <strong>{others.length}</strong>
        <br />
        {words.aboutFace} <strong>{about}</strong>
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
      <p className="requests-note">{words.readFrom}</p>
    </aside>
  );
}

interface RequestRowProps {
  readonly request: SeenRequest;
  readonly sentBytes: number | null;
}

function RequestRow({ request, sentBytes }: RequestRowProps): ReactElement {
  const language = useLanguage();
  const { words } = language;
  const { url, kind, aboutFace } = request;
  const { host, pathname } = new URL(url);
  return (
    <li data-about-face={aboutFace}>
      <span className="requests-meaning">{words.meaning[kind]}</span>
      <code>
        {host}
        {pathname}
      </code>
      <span className="requests-mark">{aboutFace ? words.carriesFace : words.nothingOfFace}</span>
      <span className="requests-size">{sizesOf(request, sentBytes, language)}</span>
    </li>
  );
}

function sizesOf(
  { aboutFace, answered, receivedBytes }: SeenRequest,
  sentBytes: number | null,
  { tag, words }: Language,
): string {
  if (answered === false) return words.noAnswer;
  const sent =
    aboutFace && answered === true && sentBytes !== null ? [words.sentSize(sized(sentBytes, tag))] : [];
  const received = receivedBytes === null ? words.sizeNotTold : words.receivedSize(sized(receivedBytes, tag));
  return [...sent, received].join(' · ');
}

function OwnFiles({ files }: { readonly files: readonly SeenRequest[] }): ReactElement {
  const { tag, words } = useLanguage();
  const total = files.reduce((sum, { receivedBytes }) => sum + (receivedBytes ?? 0), 0);
  return (
    <details className="requests-files">
      <summary>{words.ownFiles(new Intl.NumberFormat(tag).format(files.length), sized(total, tag))}</summary>
      <ul>
        {files.map(({ url, receivedBytes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows, and a file may be fetched twice.
          <li key={index}>
            <code>{new URL(url).pathname}</code> {receivedBytes === null ? '' : sized(receivedBytes, tag)}
          </li>
        ))}
      </ul>
    </details>
  );
}
