import { type ReactElement, useEffect } from 'react';
import { Preview } from '../Preview.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { type Practice, usePractice } from '../usePractice.js';
import { type StateOf, useWidget } from '../widget.js';
import { PositioningActions, PositioningAside, PositioningPanel } from './PositioningPanel.js';
import { PracticePanel } from './PracticePanel.js';
import { RecordingActions, RecordingAside, RecordingPanel } from './RecordingPanel.js';

/** How often the shown progress moves, ms: the machine's work during the five seconds is for the analysis. */
const PROGRESS_STEP_MS = 100;

function stepped(state: StateOf<'recording'>): StateOf<'recording'> {
  const elapsedMs = Math.floor(state.elapsedMs / PROGRESS_STEP_MS) * PROGRESS_STEP_MS;
  return { ...state, elapsedMs };
}

/** The picture with what is to be done now over it, or beside it where there is room; then start or stop; then the rest. */
export function CaptureScreen({
  state: newest,
}: {
  readonly state: StateOf<'positioning'> | StateOf<'recording'>;
}): ReactElement {
  const { t } = useText();
  const state = newest.kind === 'recording' ? stepped(newest) : newest;
  const recording = state.kind === 'recording';
  const [practice, practise] = useHeldPractice();
  const practised = !recording && practice.kind === 'on' ? practice.cue : null;
  return (
    <Screen
      step={state.kind}
      title={t(recording ? 'recording.title' : 'positioning.title')}
      actions={recording ? <RecordingActions /> : <PositioningActions state={state} />}
      after={recording ? <RecordingAside /> : <PositioningAside state={state} onPractise={practise} />}
    >
      <div className="candor-capture">
        <Preview
          stream={state.stream}
          good={recording || state.ready}
          progress={recording ? state.elapsedMs / state.durationMs : null}
          cue={recording ? state.cue : practised}
          colour={recording ? state.colour : null}
        />
        {recording ? (
          <RecordingPanel state={state} />
        ) : practice.kind === 'on' && !state.starting ? (
          <PracticePanel cue={practice.cue} />
        ) : (
          <PositioningPanel state={state} />
        )}
      </div>
    </Screen>
  );
}

/** A recording that would start by itself waits until the practice is over, and the face must be steady anew after it. */
function useHeldPractice(): readonly [Practice, () => void] {
  const { autoStart, practising, send } = useWidget();
  const [practice, practise] = usePractice();
  const isOn = practice.kind === 'on';
  useEffect(() => {
    if (!isOn || !autoStart) return;
    practising.current = true;
    return () => {
      practising.current = false;
      send({ type: 'choose', choices: {} });
    };
  }, [isOn, autoStart, practising, send]);
  return [practice, practise];
}
