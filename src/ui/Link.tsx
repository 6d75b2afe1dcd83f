import type { ReactElement, ReactNode } from 'react';
import { useHost } from './Frame.js';
import type { HostLinkProps } from './host-components.js';

export interface LinkProps {
  readonly href: string;
  readonly children: ReactNode;
  /** Default: `text`. */
  readonly look?: HostLinkProps['look'] | undefined;
  /** In a tab of its own. */
  readonly outside?: boolean | undefined;
}

export function Link({ href, children, look = 'text', outside = false }: LinkProps): ReactElement {
  const host = useHost('Link');
  const carried = outside ? { href, target: '_blank', rel: 'noreferrer' } : { href };
  if (host !== null) {
    return (
      <host.Hosted name="Link" as={host.as} giveUp={host.giveUp} tag="a" carried={carried} hints={{ look }}>
        {children}
      </host.Hosted>
    );
  }
  if (look === 'text') return <a {...carried}>{children}</a>;
  return (
    <a className={`candor-control candor-${look}`} part="button" {...carried}>
      {children}
    </a>
  );
}
