import type { ReactElement } from 'react';
import { useEffect, useId } from 'react';
import type { Hint } from '../../flow/state.js';
import { ChoiceToggles, ColourCheckToggle, TonesToggle } from '../ChoiceToggles.js';
import { Control } from '../Control.js';
import { Disclosure } from '../Disclosure.js';
import { DownloadBar } from '../DownloadBar.js';
import { Icon, type IconName } from '../icons.js';
import type { Translate } from '../messages/fill.js';
import { advisedFor } from '../messages/types.js';
import { useText } from '../text.js';
import { Actions } from '../Ways.js';
import { type ScreenProps, useSpoken, useWidget } from '../widget.js';

/** What to do about the picture, in words; for a reason, its remedy. */
export function hintText(hint: Hint, t: Translate): string {
  switch (hint) {
    case 'preparing':
    case 'hold_still':
    case 'ready':
    case 'picture_too_small':
    case 'place_left':
    case 'place_right':
    case 'place_up':
    case 'place_down':
      return t(`hint.${hint}`);
    case 'camera.no_frames':
      return t('error.camera.no_frames.remedy');
    default:
      return t(`reason.${hint}.remedy`);
  }
}

function hintIcon(hint: Hint): IconName {
  if (hint === 'ready' || hint === 'hold_still') return 'check';
  if (hint.startsWith('light.') || hint === 'camera.too_slow') return 'light';
  return hint.startsWith('face.') || hint.startsWith('place_') ? 'face' : 'dot';
}

export interface PositioningAsideProps extends ScreenProps<'positioning'> {
  readonly onPractise: () => void;
}

/** One hint at a time; the flow changes it together with the button, at a pace that can be read. */
export function PositioningPanel({ state }: ScreenProps<'positioning'>): ReactElement {
  const { t } = useText();
  const { hint } = state;
  const text = state.starting ? t('positioning.starting') : hintText(hint, t);
  useOpening(useIntro(state));
  // That it starts is seen; said, it would be in the way of the first cue.
  useSpoken(state.starting ? '' : text);
  return (
    <div className="candor-panel">
      <p
        className="candor-hint"
        part="hint"
        data-hint={hint}
        data-good={hint === 'ready' || hint === 'hold_still'}
      >
        <Icon name={hintIcon(hint)} />
        <span>{text}</span>
      </p>
      {hint === 'preparing' && state.download !== null ? <DownloadBar download={state.download} /> : null}
    </div>
  );
}

/** Said before anything else of this step: how much has been loaded, or the first hint, would take its turn. */
function useOpening(text: string): void {
  const { sayNow } = useWidget();
  useEffect(() => sayNow(text), [sayNow, text]);
}

/** What will happen, in words: said before it begins, when nothing is lost by listening. */
function useIntro({ choices }: ScreenProps<'positioning'>['state']): string {
  const { t } = useText();
  const { autoStart } = useWidget();
  const begins = t(autoStart ? 'positioning.bodyAuto' : 'positioning.body');
  return `${begins} ${t(choices.profile === 'no-gestures' ? 'recording.still' : 'reason.challenge.no_return.remedy')}`;
}

/** What helps, below start: start itself stays in view. */
export function PositioningAside({ state, onPractise }: PositioningAsideProps): ReactElement {
  const { t } = useText();
  const intro = useIntro(state);
  return (
    <>
      <Advice state={state} />
      <StandIn state={state} />
      <p>{intro}</p>
      {state.choices.profile === 'no-gestures' ? null : (
        <Control action="practise" look="quiet" disabled={state.starting} onPress={onPractise}>
          {t('positioning.practise')}
        </Control>
      )}
      <OtherChoices state={state} />
      <CameraSelect state={state} />
    </>
  );
}

function OtherChoices({ state }: ScreenProps<'positioning'>): ReactElement {
  const { t } = useText();
  const { choices, starting } = state;
  const chosen = choices.moreTime || choices.colourCheck || choices.profile !== 'standard';
  return (
    <Disclosure title={t('choices.title')} open={chosen} action="choices">
      <ChoiceToggles {...state} disabled={starting} titled={false} />
      <TonesToggle />
      <ColourCheckToggle {...state} disabled={starting} />
    </Disclosure>
  );
}

/** What else to try when one thing has stood in the way for long, and the way on for whom none of it helps. */
function Advice({ state }: ScreenProps<'positioning'>): ReactElement | null {
  const { t } = useText();
  const { send } = useWidget();
  const { stuckFor, mayStartAnyway } = state;
  const advised = stuckFor === null ? null : advisedFor(stuckFor);
  const advice = advised === null ? '' : t(`advice.${advised}`);
  useSpoken(advice === '' || !mayStartAnyway ? advice : `${advice} ${t('positioning.anywayBody')}`);
  if (advice === '' || state.starting) return null;
  return (
    <div className="candor-advice" data-stuck={stuckFor}>
      <p>{advice}</p>
      {mayStartAnyway ? (
        <>
          <p>{t('positioning.anywayBody')}</p>
          <Control action="start-anyway" look="plain" onPress={() => send({ type: 'start-anyway' })}>
            {t('positioning.anyway')}
          </Control>
        </>
      ) : null}
    </div>
  );
}

/** Which camera is open, where it is not the one that was wanted. */
function StandIn({ state: { standIn } }: ScreenProps<'positioning'>): ReactElement | null {
  const { t } = useText();
  const sentence = standIn === null ? '' : standInText(standIn.label, t);
  useSpoken(sentence);
  if (sentence === '') return null;
  return (
    <p className="candor-note" part="note" data-stand-in={standIn?.label}>
      {sentence}
    </p>
  );
}

/** Chromium puts the device's USB id behind its name, `HD Webcam (04f2:b6be)`: eight signs that say nothing when they are read out. */
const USB_ID = / \([0-9a-f]{4}:[0-9a-f]{4}\)$/i;

function standInText(label: string, t: Translate): string {
  const camera = label.replace(USB_ID, '');
  return camera === '' ? t('positioning.standInUnnamed') : t('positioning.standIn', { camera });
}

function CameraSelect({ state }: ScreenProps<'positioning'>): ReactElement | null {
  const { t } = useText();
  const { send } = useWidget();
  const id = useId();
  if (state.cameras.length < 2) return null;
  return (
    <div className="candor-select">
      <label htmlFor={id}>{t('positioning.camera')}</label>
      <select
        id={id}
        part="select"
        data-action="switch-camera"
        value={state.cameraId}
        disabled={state.starting}
        onChange={(event) => send({ type: 'switch-camera', deviceId: event.target.value })}
      >
        {state.cameras.some(({ deviceId }) => deviceId === state.cameraId) ? null : (
          <option value={state.cameraId}>{t('positioning.camera')}</option>
        )}
        {state.cameras.map(({ deviceId, label }, index) => (
          <option key={deviceId} value={deviceId}>
            {label === '' ? `${t('positioning.camera')} ${index + 1}` : label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function PositioningActions({ state }: ScreenProps<'positioning'>): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  return (
    <Actions>
      <Control action="start" look="main" waiting={!state.ready} onPress={() => send({ type: 'start' })}>
        {t(state.starting ? 'positioning.starting' : 'positioning.start')}
      </Control>
    </Actions>
  );
}
