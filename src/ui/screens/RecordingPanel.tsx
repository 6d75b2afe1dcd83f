import { type ReactElement, useEffect, useId } from 'react';
import { Control } from '../Control.js';
import { Icon } from '../icons.js';
import { CueIcon } from '../Preview.js';
import { useText } from '../text.js';
import { Actions } from '../Ways.js';
import { type ScreenProps, useWidget } from '../widget.js';

/** What is asked now, and how long it still takes: as words, as a bar, and in the live region. */
export function RecordingPanel({ state }: ScreenProps<'recording'>): ReactElement {
  const { t, format } = useText();
  const labelId = useId();
  const still = state.choices.profile === 'no-gestures';
  const resting = t(still ? 'recording.still' : 'recording.ahead');
  const cue = state.cue === null ? resting : t(`cue.${state.cue}`);
  useCueSpoken(state.cue === null ? null : cue);
  const secondsLeft = Math.max(0, Math.ceil((state.durationMs - state.elapsedMs) / 1_000));
  useCountdownTones(secondsLeft);
  const left = t('recording.left', { duration: format.seconds(secondsLeft) });
  return (
    <div className="candor-panel">
      <p
        className="candor-hint candor-hint-cue"
        part="hint"
        data-cue={state.cue ?? (still ? 'still' : 'ahead')}
      >
        {state.cue === null ? <Icon name="face" /> : <CueIcon cue={state.cue} />}
        <span>{cue}</span>
      </p>
      <p className="candor-left">
        <span className="candor-live-dot" aria-hidden="true" /> <span id={labelId}>{left}</span>
        {/* Where large text leaves no room for the sentence. */}
        <b aria-hidden="true">{format.count(secondsLeft)}</b>
      </p>
      <progress
        className="candor-progress"
        part="progress"
        max={state.durationMs}
        value={Math.min(state.elapsedMs, state.durationMs)}
        aria-labelledby={labelId}
      />
    </div>
  );
}

export function RecordingAside(): ReactElement {
  const { t } = useText();
  return <p className="candor-small">{t('recording.stopBody')}</p>;
}

/** Each cue and the way back, said at once and with a tone: late would be wrong. What the recording is was said before it began. */
function useCueSpoken(cue: string | null): void {
  const { t } = useText();
  const { urge, tones } = useWidget();
  useEffect(() => {
    if (cue === null) return;
    urge(cue);
    tones.play('cue');
    return () => urge(t('recording.ahead'));
  }, [cue, urge, tones, t]);
  // What was urged last must not be there when the next recording says the same.
  useEffect(() => () => urge(''), [urge]);
}

/** A tick for each second, and one sound for the end. */
function useCountdownTones(secondsLeft: number): void {
  const { tones } = useWidget();
  useEffect(() => {
    if (secondsLeft > 0) tones.play('countdown');
  }, [secondsLeft, tones]);
  useEffect(() => () => tones.play('end'), [tones]);
}

export function RecordingActions(): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  return (
    <Actions>
      <Control action="stop" look="main" onPress={() => send({ type: 'stop' })}>
        {t('recording.stop')}
      </Control>
    </Actions>
  );
}
