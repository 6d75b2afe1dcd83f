import type { ReactElement, ReactNode } from 'react';

/** Names of the controls, for browser tests that should need no language (docs/embedding.md). */
export type ControlName =
  | 'alternative'
  | 'cancel'
  | 'consent'
  | 'contest'
  | 'download-receipt'
  | 'keep-clip'
  | 'my-data'
  | 'opt-out'
  | 'redo'
  | 'replay'
  | 'retry'
  | 'send'
  | 'start'
  | 'stop'
  | 'withdraw';

/** `choice`: one of two equals. `main`: goes on. `plain`: beside it, of the same size. `quiet`: reads like a link. */
export type ControlLook = 'choice' | 'main' | 'plain' | 'quiet';

export interface ControlProps {
  readonly action: ControlName;
  readonly look: ControlLook;
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** A second, smaller line. */
  readonly detail?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
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
      aria-pressed={props.pressed}
      aria-describedby={props.describedBy}
      onClick={props.onPress}
    >
      <span>{props.children}</span>
      {props.detail === undefined ? null : <span className="candor-control-detail">{props.detail}</span>}
    </button>
  );
}
