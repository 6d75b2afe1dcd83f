import { type ReactElement, type ReactNode, useState } from 'react';
import { Icon } from './icons.js';

export interface DisclosureProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Where it begins; from then on it is the seller's. Default: closed. */
  readonly open?: boolean | undefined;
  /** For browser tests that should need no language. */
  readonly action?: 'choices' | 'contest' | undefined;
}

/** The browser's own disclosure: it works by keyboard and by voice, a search in the page opens it, and print shows it. */
export function Disclosure({ title, children, open = false, action }: DisclosureProps): ReactElement {
  // The first one stands: a later one would shut what the seller has open.
  const [begins] = useState(open);
  return (
    <details className="candor-group" part="disclosure" open={begins}>
      <summary data-action={action}>
        <span>{title}</span>
        <Icon name="chevron" />
      </summary>
      <div>{children}</div>
    </details>
  );
}
