import type { ReactElement } from 'react';
import { Preview } from '../Preview.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import type { StateOf } from '../widget.js';
import { PositioningActions, PositioningPanel } from './PositioningPanel.js';
import { RecordingActions, RecordingPanel } from './RecordingPanel.js';

/** Preview beside what is to be done now. */
export function CaptureScreen({
  state,
}: {
  readonly state: StateOf<'positioning'> | StateOf<'recording'>;
}): ReactElement {
  const { t } = useText();
  const recording = state.kind === 'recording';
  return (
    <Screen
      step={state.kind}
      title={t(recording ? 'recording.title' : 'positioning.title')}
      actions={recording ? <RecordingActions /> : <PositioningActions state={state} />}
    >
      <div className="candor-capture">
        <Preview
          stream={state.stream}
          good={recording || state.ready}
          progress={recording ? state.elapsedMs / state.durationMs : null}
          cue={recording ? state.cue : null}
        />
        {recording ? <RecordingPanel state={state} /> : <PositioningPanel state={state} />}
      </div>
    </Screen>
  );
}
