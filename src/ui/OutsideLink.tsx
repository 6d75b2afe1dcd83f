import type { ReactElement } from 'react';
import { Link } from './Link.js';
import { safeHref } from './safe-href.js';
import { useText } from './text.js';

export interface OutsideLinkProps {
  readonly address: string;
  readonly children: string;
}

/** A link to the receiver's pages, in a tab of its own: the step that the seller is in stays. An address that must not
 * become a link is shown as text. */
export function OutsideLink({ address, children }: OutsideLinkProps): ReactElement {
  const { t } = useText();
  const href = safeHref(address);
  if (href === null) return <span>{address}</span>;
  return (
    <Link href={href} outside>
      {children} <span className="candor-unseen">{t('widget.newTab')}</span>
    </Link>
  );
}
