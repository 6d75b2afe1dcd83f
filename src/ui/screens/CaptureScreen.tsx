import type { ReactElement } from 'react';
import { Preview } from '../Preview.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import type { StateOf } from '../widget.js';
import { PositioningActions, PositioningAside, PositioningPanel } from './PositioningPanel.js';
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
  return (
    <Screen
      step={state.kind}
      title={t(recording ? 'recording.title' : 'positioning.title')}
      actions={recording ? <RecordingActions /> : <PositioningActions state={state} />}
      after={recording ? <RecordingAside /> : <PositioningAside state={state} />}
    >
      <div className="candor-capture">
        <Preview
          stream={state.stream}
          good={recording || state.ready}
          progress={recording ? state.elapsedMs / state.durationMs : null}
          cue={recording ? state.cue : null}
          colour={recording ? state.colour : null}
        />
        {recording ? <RecordingPanel state={state} /> : <PositioningPanel state={state} />}
      </div>
    </Screen>
  );
}
