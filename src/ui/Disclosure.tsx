import { type ReactElement, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Icon } from './icons.js';

export interface DisclosureProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Where it begins; from then on it is the seller's. Default: closed. */
  readonly open?: boolean | undefined;
  /** For browser tests that should need no language. */
  readonly action?: 'choices' | 'contest' | undefined;
}

/** Printed, nothing is behind a fold, in any engine. What was opened for it stays open. */
function useOpenOnPaper(): RefObject<HTMLDetailsElement | null> {
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const open = (): void => place.current?.setAttribute('open', '');
    window.addEventListener('beforeprint', open);
    return () => window.removeEventListener('beforeprint', open);
  }, []);
  return place;
}

/** The browser's own disclosure: it works by keyboard and by voice, a search in the page opens it, and print shows it. */
export function Disclosure({ title, children, open = false, action }: DisclosureProps): ReactElement {
  // The first one stands: a later one would shut what the seller has open.
  const [begins] = useState(open);
  const place = useOpenOnPaper();
  return (
    <details ref={place} className="candor-group" part="disclosure" open={begins}>
      <summary data-action={action}>
        <span>{title}</span>
        <Icon name="chevron" />
      </summary>
      <div>{children}</div>
    </details>
  );
}
