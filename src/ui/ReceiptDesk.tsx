import { type ReactElement, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { asCandorError, type CandorError } from '../core/errors.js';
import { later } from '../core/later.js';
import type { Locale } from '../core/types.js';
import { unreachable } from '../core/unreachable.js';
import type { Desk, DeskCommand, DeskOptions, DeskState } from '../flow/desk-state.js';
import { createDesk } from '../flow/desk-wire-up.js';
import { directionOf, resolveLocale } from './locale.js';
import type { OwnMessages } from './messages/types.js';
import { Problem } from './Problem.js';
import { Screen } from './Screen.js';
import type { Theme } from './SellerVerification.js';
import { TextContext, useText } from './text.js';
import { useMessages } from './useMessages.js';
import { useVoice } from './useVoice.js';
import { type Widget, WidgetContext } from './widget.js';

export interface ReceiptDeskProps extends DeskOptions {
  readonly locale?: Locale | undefined;
  /** Single words replaced, in the language of `locale`. Keep the object between renders. */
  readonly messages?: OwnMessages | undefined;
  readonly theme?: Theme | undefined;
  readonly className?: string | undefined;
}

type Screens = typeof import('./desk/DeskScreens.js');
const deskScreens = later<Screens>(() => import('./desk/DeskScreens.js'), import.meta.url);
type Made =
  | { readonly kind: 'ready'; readonly desk: Desk; readonly screens: Screens }
  | { readonly kind: 'failed'; readonly error: CandorError };

/** Opens a receipt, also weeks later and on another device: shows what is stored, and withdraws. Lists what this browser
 * keeps for the seller who is signed in. Its root carries `data-desk`: `loading`, `list`, `open`, `withdrawn`, `failed`. */
export function ReceiptDesk(props: ReceiptDeskProps): ReactElement {
  const { endpoint, subject, otherEndpoints } = props;
  // Another seller's desk has nothing of this one's.
  return <OneDesk key={JSON.stringify([endpoint, subject, otherEndpoints])} {...props} />;
}

function OneDesk(props: ReceiptDeskProps): ReactElement {
  const made = useDesk(props);
  const state = useDeskState(made);
  const locale = usePageLocale(props.locale);
  const text = useMessages(locale, props.messages, made?.kind === 'ready' ? made.screens.enLater : null);
  const { spoken, say, urge } = useVoice();
  const used = useRef(false);
  const widget = useMemo<Widget>(
    () => ({
      send: () => {},
      notice: null,
      mayHaveSent: false,
      autoStart: false,
      inUse: () => used.current,
      say,
      urge,
    }),
    [say, urge],
  );
  return (
    <section
      className={props.className === undefined ? 'candor' : `candor ${props.className}`}
      data-theme={props.theme ?? 'auto'}
      data-desk={state?.kind ?? made?.kind ?? 'loading'}
      lang={text?.locale}
      dir={text === null ? undefined : directionOf(text.locale)}
      aria-label={text?.t('desk.name')}
      aria-busy={text === null || made === null}
      onClickCapture={() => {
        used.current = true;
      }}
    >
      <div className="candor-frame">
        {text === null || made === null ? (
          <div className="candor-spinner" />
        ) : (
          <TextContext.Provider value={text}>
            <WidgetContext.Provider value={widget}>
              <Inside made={made} state={state} />
            </WidgetContext.Provider>
          </TextContext.Provider>
        )}
      </div>
      <p className="candor-unseen" role="status">
        {spoken}
      </p>
    </section>
  );
}

function Refused({ error }: { readonly error: CandorError }): ReactElement {
  const { t } = useText();
  return (
    <Screen step="failed" title={t('failed.title')}>
      <Problem error={error} />
    </Screen>
  );
}

function Inside({
  made,
  state,
}: {
  readonly made: Made;
  readonly state: DeskState | null;
}): ReactElement | null {
  if (made.kind === 'failed') return <Refused error={made.error} />;
  return state === null ? null : <StateOfDesk state={state} screens={made.screens} send={made.desk.send} />;
}

const noSubscription = (): (() => void) => () => {};

function useDeskState(made: Made | null): DeskState | null {
  const desk = made?.kind === 'ready' ? made.desk : null;
  return useSyncExternalStore(
    desk?.subscribe ?? noSubscription,
    () => desk?.getState() ?? null,
    () => null,
  );
}

interface StateOfDeskProps {
  readonly state: DeskState;
  readonly screens: Screens;
  readonly send: (command: DeskCommand) => void;
}

function StateOfDesk({ state, screens, send }: StateOfDeskProps): ReactElement {
  switch (state.kind) {
    case 'list':
      return <screens.ListScreen state={state} send={send} />;
    case 'open':
      return <screens.OpenScreen state={state} send={send} />;
    case 'withdrawn':
      return <screens.WithdrawnDesk state={state} send={send} />;
    default:
      return unreachable(state);
  }
}

/** One desk per mount, made in the browser; its screens are fetched with it. */
function useDesk(options: ReceiptDeskProps): Made | null {
  const [made, setMade] = useState<Made | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    let desk: Desk | null = null;
    const leaving = new AbortController();
    deskScreens(leaving.signal).then(
      (screens) => {
        if (leaving.signal.aborted) return;
        try {
          desk = createDesk(latest.current);
          setMade({ kind: 'ready', desk, screens });
        } catch (thrown) {
          setMade({ kind: 'failed', error: asCandorError(thrown, 'config.invalid') });
        }
      },
      (thrown: unknown) => {
        if (leaving.signal.aborted) return;
        setMade({ kind: 'failed', error: asCandorError(thrown, 'assets.load_failed') });
      },
    );
    return () => {
      leaving.abort();
      desk?.destroy();
      setMade(null);
    };
  }, []);
  return made;
}

/** The wanted language; null until the page could be asked, which a server cannot. */
function usePageLocale(wanted: Locale | undefined): Locale | null {
  const [locale, setLocale] = useState(() => (wanted === undefined ? null : resolveLocale(wanted, [])));
  useEffect(() => setLocale(resolveLocale(wanted)), [wanted]);
  return locale;
}
