import type { ReactElement, ReactNode, RefObject } from 'react';
import { useHost } from './Frame.js';

export interface HeadingProps {
  readonly level: 2 | 3;
  readonly children: ReactNode;
  /** For one that takes the focus. */
  readonly place?: RefObject<HTMLHeadingElement | null> | undefined;
  readonly takesFocus?: boolean | undefined;
}

/** The one of a step, or of a part of it. */
export function Heading({ level, children, place, takesFocus }: HeadingProps): ReactElement {
  const host = useHost('Heading');
  const tag = `h${level}` as const;
  const tabIndex = takesFocus === true || place !== undefined ? -1 : undefined;
  if (host !== null) {
    return (
      <host.Hosted
        name="Heading"
        as={host.as}
        giveUp={host.giveUp}
        tag={tag}
        carried={{ tabIndex }}
        hints={{ level }}
        node={place}
      >
        {children}
      </host.Hosted>
    );
  }
  const Tag = tag;
  const isOfStep = level === 2;
  return (
    <Tag
      className={isOfStep ? 'candor-title' : 'candor-subtitle'}
      part={isOfStep ? 'heading' : 'subheading'}
      ref={place}
      tabIndex={tabIndex}
    >
      {children}
    </Tag>
  );
}
