import type { ReactElement, ReactNode } from 'react';
import { useFurnishing } from './Frame.js';
import { Hosted } from './Hosted.js';
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
  const { Link: Theirs } = useFurnishing().components;
  const carried = outside ? { href, target: '_blank', rel: 'noreferrer' } : { href };
  if (Theirs !== undefined) {
    return (
      <Hosted name="Link" as={Theirs} tag="a" carried={carried} hints={{ look }}>
        {children}
      </Hosted>
    );
  }
  if (look === 'text') return <a {...carried}>{children}</a>;
  return (
    <a className={`candor-control candor-${look}`} part="button" {...carried}>
      {children}
    </a>
  );
}
