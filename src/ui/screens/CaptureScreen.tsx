import type { ReactElement } from 'react';
import { Preview } from '../Preview.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { usePractice } from '../usePractice.js';
import type { StateOf } from '../widget.js';
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
  const [practice, practise] = usePractice();
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
