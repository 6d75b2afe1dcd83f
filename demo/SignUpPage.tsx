import { type FlowOptions, type FlowStateKind, SellerVerification, type ToldState } from 'candor';
import { type ReactElement, useState } from 'react';
import { languageFor, useLanguage, useTitle } from './language.js';
import { OperatorPanes } from './OperatorPanes.js';
import { RequestList } from './RequestList.js';
import type { OperatorsLog } from './watch-operators.js';
import type { RequestLog } from './watch-requests.js';
import type { PageWords } from './words/words.js';

export interface SignUpPageProps {
  readonly options: FlowOptions;
  readonly requests: RequestLog;
  readonly operators: OperatorsLog;
  readonly reviewUrl: string | null;
}

/** The sign-up of a fictional marketplace, at its last step. */
export function SignUpPage({ options, requests, operators, reviewUrl }: SignUpPageProps): ReactElement {
  const [kind, setKind] = useState<FlowStateKind>('loading');
  const [sentBytes, setSentBytes] = useState<number | null>(null);
  const { words, speak } = useLanguage();
  useTitle(`${words.title} – Marktkiste`);
  const follow = (state: ToldState): void => {
    setKind(state.kind);
    if (state.kind === 'sending') setSentBytes(state.sizeBytes);
  };
  /** Whoever reads the notice in another language reads the page in it, too. */
  const hear = (state: ToldState): void => {
    if (state.kind === 'notice') speak(state.view.locale);
  };
  return (
    <>
      <SiteHeader />
      <main className="site">
        <div className="signup">
          <div className="signup-head">
            <h1>{words.title}</h1>
            <p>{words.lead}</p>
          </div>
          <Steps kind={kind} />
          <div className="signup-widget">
            <SellerVerification {...options} onStateChange={follow} onUpdate={hear} />
          </div>
          <AfterWords kind={kind} />
        </div>
        <RequestList log={requests} sentBytes={sentBytes} />
        <OperatorPanes log={operators} />
      </main>
      <SiteFooter reviewUrl={reviewUrl} />
    </>
  );
}

export function SiteHeader(): ReactElement {
  const { words } = useLanguage();
  return (
    <header className="site-header">
      <div>
        <span className="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M5 12h22v14H5zM5 19h22M10 6h12l5 6H5z" />
          </svg>
          Marktkiste
        </span>
        <span className="brand-sub">{words.forSellers}</span>
      </div>
    </header>
  );
}

function lastStep(kind: FlowStateKind, words: PageWords): string {
  switch (kind) {
    case 'done':
      return words.sent;
    case 'opted-out':
      return words.otherWay;
    case 'withdrawn':
      return words.withdrawn;
    case 'cancelled':
    case 'failed':
      return words.open;
    default:
      return words.inProgress;
  }
}

function Steps({ kind }: { readonly kind: FlowStateKind }): ReactElement {
  const { words } = useLanguage();
  const settled = kind === 'done' || kind === 'opted-out';
  return (
    <ol className="steps" aria-label={words.steps}>
      <Step number={1} title={words.account} note="lena@kranich-keramik.example" done />
      <Step number={2} title={words.shop} note="Kranich Keramik" done />
      <Step number={3} title={words.you} note={lastStep(kind, words)} done={settled} current />
    </ol>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly done?: boolean;
  readonly current?: boolean;
}

function Step({ number, title, note, done = false, current = false }: StepProps): ReactElement {
  const { words } = useLanguage();
  return (
    <li aria-current={current ? 'step' : undefined} data-done={done}>
      <span className="steps-mark" aria-hidden="true">
        {done ? '✓' : number}
      </span>
      <span>
        <strong>{title}</strong>
        <span className="steps-note">
          {note}
          {done ? <span className="unseen"> {words.done}</span> : null}
        </span>
      </span>
    </li>
  );
}

/** What the marketplace does with it: either way the shop opens. */
function AfterWords({ kind }: { readonly kind: FlowStateKind }): ReactElement | null {
  const { words } = useLanguage();
  if (kind !== 'done' && kind !== 'opted-out') return null;
  return <p className="signup-after">{kind === 'done' ? words.afterSent : words.afterOtherWay}</p>;
}

/** A browser need not name one: WebKitGTK says “C” where the system has none. */
function browserLanguage(): string {
  try {
    return Intl.getCanonicalLocales(navigator.language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** To whoever reads a language first that the page has no words in: in it, by the browser's own name for English. */
function EnglishOnly(): ReactElement | null {
  const { tag } = useLanguage();
  const language = browserLanguage();
  const isSpoken = languageFor(language).tag !== 'en' || new Intl.Locale(language).language === 'en';
  if (tag !== 'en' || isSpoken) return null;
  const english = new Intl.DisplayNames([language], { type: 'language' }).of('en');
  return (
    <p>
      The words around the check are in English only (<span lang={language}>{english}</span>); the check
      speaks your language where it can.
    </p>
  );
}

export function SiteFooter({ reviewUrl }: Pick<SignUpPageProps, 'reviewUrl'>): ReactElement {
  const { words } = useLanguage();
  return (
    <footer className="site-footer">
      <EnglishOnly />
      {words.notReal} <a href={`/receipt${location.search}`}>{words.openReceipt}</a>
      {' · '}
      <a href={`/my-data${location.search}`}>{words.yourData}</a>
      {' · '}
      <a href={`/gallery${location.search}`}>{words.otherShops}</a>
      <SecondSeller />
      {reviewUrl === null ? null : (
        <>
          {' · '}
          <a href={reviewUrl}>{words.reviewer}</a>
        </>
      )}
    </footer>
  );
}

const SELLERS = ['seller-1', 'seller-2'] as const;

/** Verify twice, as two sellers, and a person is asked whether they are one. */
function SecondSeller(): ReactElement {
  const { words } = useLanguage();
  const asked = new URLSearchParams(location.search);
  const next = asked.get('subject') === SELLERS[1] ? SELLERS[0] : SELLERS[1];
  asked.set('subject', next);
  return (
    <>
      {' · '}
      <a href={`/?${asked.toString()}`}>{words.signUpAs(next)}</a>
    </>
  );
}
