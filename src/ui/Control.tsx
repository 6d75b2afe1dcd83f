import type { ReactElement, ReactNode } from 'react';
import { useHost } from './Frame.js';
import { Icon } from './icons.js';
import type { Part } from './parts.js';

/** Names of the controls, for browser tests that should need no language (docs/embedding.md). */
export type ControlName =
  | 'alternative'
  | 'back'
  | 'cancel'
  | 'colour-check'
  | 'confirm'
  | 'consent'
  | 'contest-more'
  | 'contest-send'
  | 'delete-clip'
  | 'discard'
  | 'download-clip'
  | 'download-deletion'
  | 'download-receipt'
  | 'keep-clip'
  | 'more-time'
  | 'my-data'
  | 'open-kept'
  | 'opt-out'
  | 'practise'
  | 'print-receipt'
  | 'profile'
  | 'redo'
  | 'replay'
  | 'retry'
  | 'send'
  | 'start'
  | 'start-anyway'
  | 'stop'
  | 'take-out'
  | 'tones'
  | 'watch-clip'
  | 'withdraw';

/** `choice`: one of two equals. `main`: goes on. `plain`: beside it, of the same size. `quiet`: reads like a link. `toggle`: on or off, see {@link Toggle}. */
export type ControlLook = 'choice' | 'main' | 'plain' | 'quiet' | 'toggle';

export interface ControlProps {
  readonly action: ControlName;
  readonly look: ControlLook;
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** A second, smaller line. */
  readonly detail?: ReactNode;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Does nothing for now, and says so, but keeps the focus: for what may be on again in a moment. */
  readonly waiting?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly describedBy?: string | undefined;
}

/** A real button that carries its `data-action`, the page's own where it has one. */
export function Control(props: ControlProps): ReactElement {
  const { look, waiting = false, onPress } = props;
  const host = useHost('Button');
  const carried = {
    'data-action': props.action,
    'data-value': props.value,
    disabled: props.disabled,
    'aria-disabled': waiting ? true : undefined,
    'aria-pressed': props.pressed,
    'aria-describedby': props.describedBy,
  } as const;
  const press = waiting ? undefined : onPress;
  if (host !== null && look !== 'toggle') {
    return (
      <host.Hosted
        name="Button"
        as={host.as}
        giveUp={host.giveUp}
        tag="button"
        carried={{ type: 'button', ...carried }}
        hints={{ look }}
        onPress={press}
      >
        <Words {...props} />
      </host.Hosted>
    );
  }
  return (
    <button
      type="button"
      className={`candor-control candor-${look}`}
      {...carried}
      part={PART[look]}
      onClick={press}
    >
      {look === 'choice' ? (
        <span className="candor-face" part="answer">
          <Words {...props} />
        </span>
      ) : (
        <Words {...props} />
      )}
    </button>
  );
}

/** That of an answer is on its face: on the button, its `data-action` would tell one from the other. */
const PART: Readonly<Record<ControlLook, Part | undefined>> = {
  choice: undefined,
  main: 'button',
  plain: 'button',
  quiet: 'button',
  toggle: 'toggle',
};

function Words({ children, detail }: Pick<ControlProps, 'children' | 'detail'>): ReactElement {
  return (
    <>
      <span className="candor-label">{children}</span>
      {detail === undefined || detail === null ? null : (
        <span className="candor-control-detail">{detail}</span>
      )}
    </>
  );
}

export interface ToggleProps
  extends Pick<ControlProps, 'action' | 'children' | 'detail' | 'value' | 'disabled' | 'describedBy'> {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** One choice that is on or off, and back with the same press. On shows a tick, not only another colour. */
export function Toggle({ on, onSwitch, children, ...props }: ToggleProps): ReactElement {
  return (
    <Control {...props} look="toggle" pressed={on} onPress={() => onSwitch(!on)}>
      {children}
      <span className="candor-box">{on ? <Icon name="check" /> : null}</span>
    </Control>
  );
}
