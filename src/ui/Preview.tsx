import { type ReactElement, useEffect, useRef } from 'react';
import type { Action, LightStep } from '../core/types.js';
import { Icon, type IconName } from './icons.js';
import { cssColour } from './LightLayer.js';
import { useText } from './text.js';

export interface PreviewProps {
  readonly stream: MediaStream;
  /** The face is right where it should be: the oval is drawn full. */
  readonly good: boolean;
  /** 0…1 of the clip; null while nothing is recorded. */
  readonly progress: number | null;
  readonly cue: Action | null;
  /** Around the oval, where the check is done with light. */
  readonly colour: LightStep['rgb'] | null;
}

/** The camera's picture like a mirror: the person's left is on the left of the screen, in every writing direction. */
export function Preview({ stream, good, progress, cue, colour }: PreviewProps): ReactElement {
  const { t } = useText();
  const video = useStream(stream);
  return (
    <div
      className="candor-stage"
      part="preview"
      data-good={good}
      data-recording={progress !== null}
      data-lit={colour !== null}
    >
      <video
        className="candor-mirror"
        ref={video}
        aria-label={t('positioning.preview')}
        autoPlay
        muted
        playsInline
      />
      <Oval progress={progress} colour={colour} />
      {cue === null ? null : <CueAtItsSide cue={cue} />}
    </div>
  );
}

function useStream(stream: MediaStream): React.RefObject<HTMLVideoElement | null> {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  return video;
}

/** In the 4:3 of the camera: drawn over the video and cut like it. */
const OVAL = 'M200 32c58 0 92 46 92 112S252 268 200 268 108 210 108 144 142 32 200 32Z';

function Oval({ progress, colour }: Pick<PreviewProps, 'progress' | 'colour'>): ReactElement {
  return (
    <svg
      className="candor-oval"
      viewBox="0 0 400 300"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <path
        className="candor-oval-shade"
        fill={colour === null ? undefined : cssColour(colour)}
        fillRule="evenodd"
        d={`M-400-300h1200v900H-400Z${OVAL}`}
      />
      <path className="candor-oval-line" d={OVAL} />
      {progress === null ? null : (
        <path
          className="candor-oval-progress"
          d={OVAL}
          pathLength={100}
          strokeDasharray={`${Math.round(progress * 100)} 100`}
        />
      )}
    </svg>
  );
}

const CUE_ICON: Readonly<Record<Action, IconName>> = {
  'turn-left': 'arrow',
  'turn-right': 'arrow',
  'look-up': 'arrow',
  'move-closer': 'closer',
  'open-mouth': 'mouth',
};

/** Left and right as in a mirror; turned to its direction by the stylesheet. */
export function CueIcon({ cue }: { readonly cue: Action }): ReactElement {
  return (
    <span className="candor-cue-icon" data-cue={cue}>
      <Icon name={CUE_ICON[cue]} />
    </span>
  );
}

/** Which way to move, where the eye already is. The words are below the picture. */
function CueAtItsSide({ cue }: { readonly cue: Action }): ReactElement {
  return (
    <div className="candor-cue" data-cue={cue}>
      <CueIcon cue={cue} />
    </div>
  );
}
