import { Component, type ReactNode } from 'react';

export interface GuardedProps {
  readonly onThrown: (thrown: unknown) => void;
  readonly children: ReactNode;
}

interface GuardedState {
  readonly failed: boolean;
}

/** Shows nothing in the place of what of the page's own throws: the widget around it goes on. */
export class Guarded extends Component<GuardedProps, GuardedState> {
  override state: GuardedState = { failed: false };

  static getDerivedStateFromError(): GuardedState {
    return { failed: true };
  }

  override componentDidCatch(thrown: unknown): void {
    this.props.onThrown(thrown);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
