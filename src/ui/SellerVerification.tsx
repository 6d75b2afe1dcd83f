import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sameLanguage } from '../core/locale.js';
import type { Locale } from '../core/types.js';
import { unreachable } from '../core/unreachable.js';
import type { FlowCommand, FlowState, NoticeView } from '../flow/state.js';
import { Frame, type FurnishingProps, furnishingOf } from './Frame.js';
import { resolveLocale } from './locale.js';
import { MyDataStep } from './MyDataStep.js';
import type { OwnMessages } from './messages/types.js';
import { RenderGuard } from './RenderGuard.js';
import { rootOf } from './root.js';
import { CancelledScreen } from './screens/CancelledScreen.js';
import { FailedScreen } from './screens/FailedScreen.js';
import { LoadingScreen } from './screens/LoadingScreen.js';
import { NoticeScreen } from './screens/NoticeScreen.js';
import { OptedOutScreen } from './screens/OptedOutScreen.js';
import { PermissionScreen } from './screens/PermissionScreen.js';
import { WaitScreen } from './screens/WaitScreen.js';
import { type Text, TextContext } from './text.js';
import type { AnswerOrder, Theme } from './theme.js';
import { useAutoStart } from './useAutoStart.js';
import { useHeldConsent } from './useHeldConsent.js';
import { useKeptFocus } from './useKeptFocus.js';
import { type Later, useLater } from './useLater.js';
import { useMessages, type Words } from './useMessages.js';
import { type Tones, useTones } from './useTones.js';
import { useVerification, type VerificationOptions, verificationKey } from './useVerification.js';
import { useVoice, type Voice } from './useVoice.js';
import { VoiceRegions } from './VoiceRegions.js';
import { type StateOf, type Widget, WidgetContext } from './widget.js';

/** Props of {@link SellerVerification}. Only `endpoint` is required. */
export interface SellerVerificationProps<HandsOver extends boolean = boolean>
  extends Omit<VerificationOptions<HandsOver>, 'place'>,
    FurnishingProps {
  /** Single words replaced, in the language of `locale`. Keep the object between renders. */
  readonly messages?: OwnMessages | undefined;
  /** `auto` follows the `color-scheme` of the page around it. */
  readonly theme?: Theme | undefined;
  /** Default: declining comes first. Neither looks like the better one in either order (requirement L-02). */
  readonly answerOrder?: AnswerOrder | undefined;
  readonly className?: string | undefined;
}

/** The widget: asks first, records five seconds, seals the embedding, or leads to another way. The camera stays off
 * until the seller agrees. Its root carries `data-state`, `data-code` in `failed`, and `data-verdict` from `review`.
 * It throws nothing: what is wrong with its options is the state `failed`, with `config.invalid`, and `onError` is told.
 * @example
 * <SellerVerification
 *   endpoint="https://verify.example/candor"
 *   subject={seller.pseudonym}
 *   onDone={(receipt) => save(receipt.outcome.verificationId)}
 *   onOptOut={({ alternative }) => goOn(alternative.id)}
 * /> */
export function SellerVerification<HandsOver extends boolean = boolean>(
  props: SellerVerificationProps<HandsOver>,
): ReactElement {
  const { locale, messages, theme, className, brand, header, footer, onError } = props;
  return (
    <RenderGuard
      key={verificationKey(props)}
      {...{ locale, messages, theme, className, brand, header, footer, onError }}
    >
      {/* What its callbacks are given is what the option says. */}
      <OneVerification {...(props as SellerVerificationProps)} />
    </RenderGuard>
  );
}

/** Of one seller at one receiver: what was seen and done in it is not carried into another's. */
function OneVerification(props: SellerVerificationProps): ReactElement {
  // Not before the screens are there that the recording is shown on: so the flow does not start by itself.
  const root = useRef<HTMLElement>(null);
  const place = useCallback(() => root.current, []);
  useKeptFocus(root);
  const { state, send: tell } = useVerification({ ...props, autoStart: false, place });
  const { isHeld, send, release } = useHeldConsent(state.kind, tell);
  const past = usePast(state);
  const wanted = useWantedLocale(state, props.locale);
  const fetched = useLater(state.kind, isHeld);
  const words = useMessages(wanted, ownWords(props, wanted), fetched.kind === 'unwanted' ? 'first' : 'all');
  const text = words?.text ?? null;
  const later = withWords(fetched, words);
  useEffect(() => {
    if (isHeld && later.kind === 'ready') release();
  }, [isHeld, later.kind, release]);
  const voice = useVoice();
  const tones = useTones();
  const [isMyDataOpen, setMyDataOpen] = useState(false);
  const openMyData = useCallback(() => setMyDataOpen(true), []);
  // Whoever comes back to the question later is asked it.
  const desk = deskPlace(state);
  const isAsked = desk !== null;
  useEffect(() => {
    if (!isAsked) setMyDataOpen(false);
  }, [isAsked]);
  const widget = useWidgetOf(send, past, voice, tones, openMyData, props);
  useAutoStart(props.autoStart === true && later.kind === 'ready', state, send, widget.practising);
  const leaveMyData = (): void => {
    setMyDataOpen(false);
    send({ type: 'look-again' });
  };
  return (
    <section ref={root} {...rootAttributes(state, text, props)}>
      <LightOf state={state} later={later} />
      <Frame {...furnishingOf(props)}>
        {text === null ? (
          <div className="candor-spinner" />
        ) : (
          <TextContext.Provider value={text}>
            <WidgetContext.Provider value={widget}>
              {isMyDataOpen && desk !== null ? (
                <MyDataStep
                  endpoint={props.endpoint}
                  subject={props.subject}
                  locale={desk.locale}
                  messages={ownWords(props, desk.locale)}
                  onLeave={leaveMyData}
                />
              ) : (
                <StepOf state={isHeld ? ASKING : state} later={later} />
              )}
            </WidgetContext.Provider>
          </TextContext.Provider>
        )}
      </Frame>
      <VoiceRegions voice={voice} />
    </section>
  );
}

/** Between the seller's yes and the browser's question. */
const ASKING: FlowState = { kind: 'permission', waitingLong: false };

/** Where "My data" may take the screen's place, and in which language; null where it may not. */
function deskPlace(state: FlowState): { readonly locale: Locale } | null {
  if (state.kind === 'notice') return state.view;
  return state.kind === 'failed' && state.keeps ? state : null;
}

/** Screens without their words are not there yet. */
function withWords(fetched: Later, words: Words | null): Later {
  if (fetched.kind !== 'ready' || words?.isWhole === true) return fetched;
  const failure = words?.failure ?? null;
  return failure === null ? { kind: 'loading' } : { ...failure, kind: 'failed' };
}

interface LaterProps {
  readonly state: FlowState;
  readonly later: Later;
}

/** Beside the frame and not in it: the frame is a query container, and such a one may confine what should fill the window. */
function LightOf({ state, later }: LaterProps): ReactElement | null {
  if (later.kind !== 'ready' || state.kind !== 'recording' || state.colour === null) return null;
  return <later.screens.LightLayer colour={state.colour} />;
}

function StepOf({ state, later }: LaterProps): ReactElement {
  switch (state.kind) {
    case 'loading':
      return <LoadingScreen />;
    case 'notice':
      return <NoticeScreen state={state} />;
    case 'permission':
      // Nothing more is asked for until they are there.
      return later.kind === 'failed' ? <WaitScreen later={later} /> : <PermissionScreen state={state} />;
    case 'opted-out':
      return <OptedOutScreen state={state} />;
    case 'failed':
      return <FailedScreen state={state} />;
    case 'cancelled':
      return <CancelledScreen state={state} />;
    default:
      return later.kind === 'ready' ? <LaterStep state={state} {...later} /> : <WaitScreen later={later} />;
  }
}

interface LaterStepProps {
  readonly state: StateOf<
    'downloading' | 'positioning' | 'recording' | 'review' | 'sending' | 'done' | 'withdrawn'
  >;
  readonly screens: Extract<Later, { readonly kind: 'ready' }>['screens'];
}

function LaterStep({ state, screens }: LaterStepProps): ReactElement {
  switch (state.kind) {
    case 'downloading':
      return <screens.DownloadScreen state={state} />;
    // One component for both, so that the preview goes on without a blink when the recording starts.
    case 'positioning':
    case 'recording':
      return <screens.CaptureScreen state={state} />;
    case 'review':
      return <screens.ReviewScreen state={state} />;
    case 'sending':
      return <screens.SendingScreen state={state} />;
    case 'done':
      return <screens.DoneScreen state={state} />;
    case 'withdrawn':
      return <screens.WithdrawnScreen state={state} />;
    default:
      return unreachable(state);
  }
}

/** What the seller has seen and done so far, as far as later screens must know it. */
interface Past {
  readonly notice: NoticeView | null;
  readonly mayHaveSent: boolean;
}

const NOTHING_YET: Past = { notice: null, mayHaveSent: false };

function remember(past: Past, state: FlowState): Past {
  if (state.kind === 'notice') return past.notice === state.view ? past : { ...past, notice: state.view };
  if (state.kind === 'sending') return past.mayHaveSent ? past : { ...past, mayHaveSent: true };
  return past;
}

function usePast(state: FlowState): Past {
  const [past, setPast] = useState(NOTHING_YET);
  const next = remember(past, state);
  // React's way to follow a value during rendering: sets once, then renders again at once.
  if (next !== past) setPast(next);
  return next;
}

/** The integrator's words are in the language of `locale`: where the notice is in another, they would be a mixture. */
function ownWords(
  { messages, locale }: SellerVerificationProps,
  wanted: string | null,
): OwnMessages | undefined {
  // Null, as a framework may pass for absent.
  return !locale || wanted === null || sameLanguage(locale, wanted) ? messages : undefined;
}

/** The language of the notice that was chosen; before there is one, the wanted one. Null until the page could be asked,
 * which a server cannot. */
function useWantedLocale(state: FlowState, prop: string | undefined): string | null {
  const [page, setPage] = useState(() => (prop === undefined ? null : resolveLocale(prop, [])));
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => setPage(resolveLocale(prop)), [prop]);
  const current = state.kind === 'notice' ? state.view.locale : chosen;
  if (current !== chosen) setChosen(current);
  return current ?? page;
}

function useWidgetOf(
  send: (command: FlowCommand) => void,
  { notice, mayHaveSent }: Past,
  { say, sayNow, urge }: Voice,
  tones: Tones,
  openMyData: () => void,
  { autoStart = false, answerOrder = 'decline-first' }: SellerVerificationProps,
): Widget {
  const used = useRef(false);
  const practising = useRef(false);
  // Always the same one: a new step is told from a new notice, which another language is, by what does not change.
  const inUse = useCallback(() => used.current, []);
  return useMemo(
    () => ({
      send: (command) => {
        used.current = true;
        send(command);
      },
      openMyData: () => {
        used.current = true;
        openMyData();
      },
      notice,
      mayHaveSent,
      autoStart,
      answerOrder,
      inUse,
      say,
      sayNow,
      urge,
      tones,
      practising,
    }),
    [send, notice, mayHaveSent, openMyData, autoStart, answerOrder, inUse, say, sayNow, urge, tones],
  );
}

function rootAttributes(state: FlowState, text: Text | null, props: SellerVerificationProps): object {
  const verdict = 'verdict' in state ? state.verdict?.verdict : undefined;
  return {
    ...rootOf(text, props),
    'data-state': state.kind,
    'data-code': state.kind === 'failed' ? state.error.code : undefined,
    'data-verdict': verdict,
    'data-lit': state.kind === 'recording' && state.choices.colourCheck ? true : undefined,
    'aria-label': text?.t('widget.name'),
    'aria-busy': text === null || state.kind === 'loading',
  };
}
