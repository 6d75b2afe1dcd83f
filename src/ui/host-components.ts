import type { ComponentType, ReactNode, Ref } from 'react';

/** Components of the page's own in the place of ours. Each must pass on to its element whatever it is given but `look`; what is
 * missing, or a component that throws, is reported as an error of the page, and ours are used from then on. With React 18 each is
 * made by `forwardRef`: a plain function never sees its `ref` there. */
export interface HostComponents {
  /** Of every button but switches and the list of other ways. Both answers to the notice are this one, with the same `look`; where they
   * come out unlike each other, ours are used. */
  readonly Button?: ComponentType<HostButtonProps> | undefined;
  readonly Link?: ComponentType<HostLinkProps> | undefined;
  readonly Heading?: ComponentType<HostHeadingProps> | undefined;
}

/** For a `<button>`. A press is heard on the element itself: there is no handler to call. */
export interface HostButtonProps {
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  /** `choice`: one of two equals. `main`: goes on. `plain`: beside it. `quiet`: reads like a link. */
  readonly look: 'choice' | 'main' | 'plain' | 'quiet';
  readonly type: 'button';
  readonly disabled?: boolean | undefined;
  readonly 'aria-disabled'?: true | undefined;
  readonly 'aria-pressed'?: boolean | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'data-action': string;
  readonly 'data-value'?: string | undefined;
  readonly children?: ReactNode;
}

/** For an `<a>`. */
export interface HostLinkProps {
  readonly ref?: Ref<HTMLAnchorElement> | undefined;
  /** `main` and `plain`: looks like a button. */
  readonly look: 'text' | 'main' | 'plain';
  readonly href: string;
  readonly target?: '_blank' | undefined;
  readonly rel?: string | undefined;
  readonly children?: ReactNode;
}

/** For an `<h2>`, one on each screen, or an `<h3>`, by `level`. Some take the focus: then it has a `tabIndex`. */
export interface HostHeadingProps {
  readonly ref?: Ref<HTMLHeadingElement> | undefined;
  readonly level: 2 | 3;
  readonly tabIndex?: -1 | undefined;
  readonly children?: ReactNode;
}

export type HostComponentName = keyof HostComponents;
