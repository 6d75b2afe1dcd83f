import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { Locale } from '../core/types.js';
import type { DeskOptions } from '../flow/desk-state.js';
import { BrokenScreen } from './BrokenScreen.js';
import type { DeskView } from './desk-view.js';
import { Frame, type FurnishingProps, furnishingOf } from './Frame.js';
import { resolveLocale } from './locale.js';
import type { MessageKey, OwnMessages } from './messages/types.js';
import { RenderGuard } from './RenderGuard.js';
import { rootOf } from './root.js';
import { TextContext } from './text.js';
import type { Theme } from './theme.js';
import { type UsedDesk, useDesk } from './useDesk.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useMessages, type Words } from './useMessages.js';
import { inKey, sameEndpoint } from './useVerification.js';
import { useVoice, type Voice } from './useVoice.js';
import { VoiceRegions } from './VoiceRegions.js';
import { SILENT, type Widget, WidgetContext } from './widget.js';

/** Props of {@link ReceiptDesk}. */
export interface ReceiptDeskProps extends DeskOptions, FurnishingProps {
  readonly locale?: Locale | undefined;
  /** Single words replaced, in the language of `locale`. Keep the object between renders. */
  readonly messages?: OwnMessages | undefined;
  readonly theme?: Theme | undefined;
  readonly className?: string | undefined;
}

interface DeskShellProps extends ReceiptDeskProps {
  readonly view: DeskView;
}

const NAME = { receipts: 'desk.name', 'my-data': 'mine.name' } as const satisfies Record<
  DeskView,
  MessageKey
>;

/** The root of a desk that stands by itself on a page, with its language, its live region and its place for the focus. */
export function DeskShell(props: DeskShellProps): ReactElement {
  const { endpoint, subject, otherEndpoints } = props;
  // Another seller's desk has nothing of this one's.
  const { locale, messages, theme, className, brand, header, footer } = props;
  return (
    <RenderGuard
      key={JSON.stringify([endpoint && sameEndpoint(endpoint), inKey(subject), otherEndpoints])}
      {...{ locale, messages, theme, className, brand, header, footer }}
    >
      <OneDesk {...props} />
    </RenderGuard>
  );
}

function OneDesk(props: DeskShellProps): ReactElement {
  const root = useRef<HTMLElement>(null);
  useKeptFocus(root);
  const { made, state } = useDesk(props);
  const locale = usePageLocale(props.locale);
  const words = useMessages(locale, props.messages, 'desk');
  const text = words?.text ?? null;
  const voice = useVoice();
  const isTouched = useRef(false);
  const widget = useDeskWidget(voice, () => isTouched.current);
  return (
    <section
      ref={root}
      {...rootOf(text, props)}
      data-desk={words?.failure === null ? (state?.kind ?? made?.kind ?? 'loading') : 'failed'}
      aria-label={words?.isWhole === true ? words.text.t(NAME[props.view]) : undefined}
      aria-busy={words?.isWhole !== true || made === null}
      onClickCapture={() => {
        isTouched.current = true;
      }}
    >
      <Frame {...furnishingOf(props)}>
        {words === null ? (
          <div className="candor-spinner" />
        ) : (
          <TextContext.Provider value={words.text}>
            <WidgetContext.Provider value={widget}>
              <DeskInside {...{ made, state, words }} view={props.view} endpoint={props.endpoint} />
            </WidgetContext.Provider>
          </TextContext.Provider>
        )}
      </Frame>
      <VoiceRegions voice={voice} />
    </section>
  );
}

function useDeskWidget({ say, sayNow, urge }: Voice, inUse: () => boolean): Widget {
  const latest = useRef(inUse);
  return useMemo<Widget>(
    () => ({
      send: () => {},
      notice: null,
      mayHaveSent: false,
      openMyData: () => {},
      autoStart: false,
      answerOrder: 'decline-first',
      inUse: () => latest.current(),
      say,
      sayNow,
      urge,
      tones: SILENT,
      practising: { current: false },
    }),
    [say, sayNow, urge],
  );
}

export interface DeskInsideProps extends UsedDesk {
  readonly words: Words;
  readonly view: DeskView;
  readonly endpoint: string | undefined;
  /** Back to where the seller came from, where that is on the same page. */
  readonly onLeave?: (() => void) | undefined;
}

export function DeskInside(props: DeskInsideProps): ReactElement | null {
  const { made, state, words, view, endpoint, onLeave } = props;
  const failure = made?.kind === 'failed' ? made : words.failure;
  if (failure !== null) return <BrokenScreen {...failure} />;
  // A desk without its words is not there yet.
  if (made?.kind !== 'ready' || !words.isWhole) return <div className="candor-spinner" />;
  if (state === null) return null;
  const { desk, screens } = made;
  return <screens.DeskStates state={state} desk={desk} view={view} endpoint={endpoint} onLeave={onLeave} />;
}

/** The wanted language; null until the page could be asked, which a server cannot. */
function usePageLocale(wanted: Locale | undefined): Locale | null {
  const [locale, setLocale] = useState(() => (wanted === undefined ? null : resolveLocale(wanted, [])));
  useEffect(() => setLocale(resolveLocale(wanted)), [wanted]);
  return locale;
}
