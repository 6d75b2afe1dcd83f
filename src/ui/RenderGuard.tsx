import { Component, type ReactElement, type ReactNode, useMemo } from 'react';
import { asCandorError, type CandorError } from '../core/errors.js';
import { callHost } from '../core/host-call.js';
import type { Locale } from '../core/types.js';
import { BrokenScreen } from './BrokenScreen.js';
import { Frame, type FurnishingProps } from './Frame.js';
import { resolveLocale } from './locale.js';
import type { OwnMessages } from './messages/types.js';
import { rootOf } from './root.js';
import { TextContext } from './text.js';
import type { Theme } from './theme.js';
import { useMessages } from './useMessages.js';

export interface RenderGuardProps extends Pick<FurnishingProps, 'brand' | 'header' | 'footer'> {
  readonly locale?: Locale | undefined;
  readonly messages?: OwnMessages | undefined;
  readonly theme?: Theme | undefined;
  readonly className?: string | undefined;
  readonly onError?: ((error: CandorError) => void) | undefined;
  readonly children: ReactNode;
}

interface Guarded {
  readonly error: CandorError | null;
}

/** Add-ons and scripts of the page take nodes away that React then does not find. Without this, React would take the whole
 * page away. What was inside is unmounted, which turns the camera off; the seller may begin again. */
export class RenderGuard extends Component<RenderGuardProps, Guarded> {
  override state: Guarded = { error: null };

  static getDerivedStateFromError(thrown: unknown): Guarded {
    return { error: asCandorError(thrown) };
  }

  override componentDidCatch(): void {
    const { error } = this.state;
    if (error !== null) callHost(this.props.onError, error);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Broken {...this.props} error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

interface BrokenProps extends RenderGuardProps {
  readonly error: CandorError;
  readonly onRetry: () => void;
}

function Broken(props: BrokenProps): ReactElement {
  const { error, onRetry, brand, header, footer } = props;
  const locale = useMemo(() => resolveLocale(props.locale), [props.locale]);
  const text = useMessages(locale, props.messages, 'first')?.text ?? null;
  return (
    <section {...rootOf(text, props)} data-state="failed" data-code={error.code}>
      {/* Without the components of the page: where all else broke, ours. */}
      <Frame {...{ brand, header, footer }}>
        {text === null ? null : (
          <TextContext.Provider value={text}>
            <BrokenScreen error={error} retry={onRetry} />
          </TextContext.Provider>
        )}
      </Frame>
    </section>
  );
}
