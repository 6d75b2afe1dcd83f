import { type FlowOptions, type FlowState, type FlowStateKind, SellerVerification } from 'candor';
import { type ReactElement, useState } from 'react';
import { RequestList } from './RequestList.js';
import type { RequestLog } from './watch-requests.js';

export interface SignUpPageProps {
  readonly options: FlowOptions;
  readonly requests: RequestLog;
  readonly reviewUrl: string | null;
}

/** The sign-up of a fictional marketplace, at its last step. */
export function SignUpPage({ options, requests, reviewUrl }: SignUpPageProps): ReactElement {
  const [kind, setKind] = useState<FlowStateKind>('loading');
  const [sentBytes, setSentBytes] = useState<number | null>(null);
  const follow = (state: FlowState): void => {
    setKind(state.kind);
    if (state.kind === 'sending') setSentBytes(state.sizeBytes);
  };
  return (
    <>
      <SiteHeader />
      <main className="site">
        <div className="signup">
          <div className="signup-head">
            <h1>Open your shop</h1>
            <p>Two steps are done. The last one is about you, and you choose how.</p>
          </div>
          <Steps kind={kind} />
          <div className="signup-widget">
            <SellerVerification {...options} onStateChange={follow} />
          </div>
          <AfterWords kind={kind} />
        </div>
        <RequestList log={requests} sentBytes={sentBytes} />
      </main>
      <SiteFooter reviewUrl={reviewUrl} />
    </>
  );
}

export function SiteHeader(): ReactElement {
  return (
    <header className="site-header">
      <div>
        <span className="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M5 12h22v14H5zM5 19h22M10 6h12l5 6H5z" />
          </svg>
          Marktkiste
        </span>
        <span className="brand-sub">for sellers</span>
      </div>
    </header>
  );
}

const LAST_STEP: Readonly<Partial<Record<FlowStateKind, string>>> = {
  done: 'Face check sent',
  'opted-out': 'Another way chosen',
  withdrawn: 'Face check withdrawn',
  cancelled: 'Open',
  failed: 'Open',
};

function Steps({ kind }: { readonly kind: FlowStateKind }): ReactElement {
  const settled = kind === 'done' || kind === 'opted-out';
  return (
    <ol className="steps" aria-label="Sign-up">
      <Step number={1} title="Account" note="lena@kranich-keramik.example" done />
      <Step number={2} title="Shop" note="Kranich Keramik" done />
      <Step number={3} title="You" note={LAST_STEP[kind] ?? 'In progress'} done={settled} current />
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
  return (
    <li aria-current={current ? 'step' : undefined} data-done={done}>
      <span className="steps-mark" aria-hidden="true">
        {done ? '✓' : number}
      </span>
      <span>
        <strong>{title}</strong>
        <span className="steps-note">
          {note}
          {done ? <span className="unseen"> (done)</span> : null}
        </span>
      </span>
    </li>
  );
}

/** What the marketplace does with it: either way the shop opens. */
function AfterWords({ kind }: { readonly kind: FlowStateKind }): ReactElement | null {
  if (kind !== 'done' && kind !== 'opted-out') return null;
  return (
    <p className="signup-after">
      You can already set up your shop. {kind === 'done' ? 'We' : 'Once the other way is through, we'} write
      to you by e-mail.
    </p>
  );
}

/** A browser need not name one: WebKitGTK says “C” where the system has none. */
function browserLanguage(): string {
  try {
    return Intl.getCanonicalLocales(navigator.language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** To whoever reads another language first: in it, by the browser's own name for English. */
function EnglishOnly(): ReactElement | null {
  const language = browserLanguage();
  if (new Intl.Locale(language).language === 'en') return null;
  const english = new Intl.DisplayNames([language], { type: 'language' }).of('en');
  return (
    <p>
      The words around the check are in English only (<span lang={language}>{english}</span>); the check
      speaks your language where it can.
    </p>
  );
}

export function SiteFooter({ reviewUrl }: Pick<SignUpPageProps, 'reviewUrl'>): ReactElement {
  return (
    <footer className="site-footer">
      <EnglishOnly />
      Marktkiste does not exist: this page shows Candor at work. Everything runs on your own machine.{' '}
      <a href={`/receipt${location.search}`}>Open a receipt</a>
      {' · '}
      <a href={`/my-data${location.search}`}>Your data</a>
      {' · '}
      <a href={`/gallery${location.search}`}>Four other shops</a>
      <SecondSeller />
      {reviewUrl === null ? null : (
        <>
          {' · '}
          <a href={reviewUrl}>Be the reviewer</a>
        </>
      )}
    </footer>
  );
}

const SELLERS = ['seller-1', 'seller-2'] as const;

/** Verify twice, as two sellers, and a person is asked whether they are one. */
function SecondSeller(): ReactElement {
  const asked = new URLSearchParams(location.search);
  const next = asked.get('subject') === SELLERS[1] ? SELLERS[0] : SELLERS[1];
  asked.set('subject', next);
  return (
    <>
      {' · '}
      <a href={`/?${asked.toString()}`}>Sign up as {next}</a>
    </>
  );
}
