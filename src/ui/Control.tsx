import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icons.js';

/** Names of the controls, for browser tests that should need no language (docs/embedding.md). */
export type ControlName =
  | 'alternative'
  | 'back'
  | 'cancel'
  | 'confirm'
  | 'consent'
  | 'contest-more'
  | 'contest-send'
  | 'delete-clip'
  | 'discard'
  | 'download-clip'
  | 'download-receipt'
  | 'keep-clip'
  | 'light'
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

/** A real button that carries its `data-action`. */
export function Control(props: ControlProps): ReactElement {
  return (
    <button
      type="button"
      className={`candor-control candor-${props.look}`}
      data-action={props.action}
      data-value={props.value}
      disabled={props.disabled}
      aria-disabled={props.waiting === true ? true : undefined}
      aria-pressed={props.pressed}
      aria-describedby={props.describedBy}
      onClick={props.waiting === true ? undefined : props.onPress}
    >
      <span>{props.children}</span>
      {props.detail === undefined || props.detail === null ? null : (
        <span className="candor-control-detail">{props.detail}</span>
      )}
    </button>
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
