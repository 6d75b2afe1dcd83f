import {
  type ComponentType,
  createElement,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { reportHost } from '../core/host-call.js';
import { looksUnlikeTheOther } from './equal-answers.js';
import { Guarded } from './Guarded.js';
import type { HostComponentName, HostComponents } from './host-components.js';

const NAMES: readonly HostComponentName[] = ['Button', 'Link', 'Heading'];

/** Without those that throw when they are read, which the page hears of. */
export function readComponents(wanted: HostComponents | undefined): HostComponents {
  const entries = NAMES.flatMap((name) => {
    try {
      return [[name, wanted?.[name]]];
    } catch (thrown) {
      reportHost(thrown);
      return [];
    }
  });
  return Object.fromEntries(entries);
}

/** What an element must carry. The names are React's, which HTML reads whatever their case. */
type Carried = Readonly<Record<string, string | number | boolean | undefined>>;

export interface HostedProps {
  readonly name: HostComponentName;
  readonly as: NonNullable<HostComponents[HostComponentName]>;
  readonly tag: 'a' | 'button' | 'h2' | 'h3';
  /** Told of a component that throws or loses something. */
  readonly giveUp: (name: HostComponentName, because: unknown) => void;
  readonly carried: Carried;
  /** What else it is given, to look by. */
  readonly hints: object;
  readonly node?: RefObject<HTMLElement | null> | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A component of the page's, which is not trusted to pass on what it is given: its element is looked at before it is shown, and
 * a press is heard there. */
export function Hosted(props: HostedProps): ReactElement {
  const { name, tag, giveUp } = props;
  const Around = tag === 'h2' || tag === 'h3' ? 'div' : 'span';
  return (
    <Around className="candor-theirs">
      <Guarded onThrown={(thrown) => giveUp(name, thrown)}>
        <Checked {...props} />
      </Guarded>
    </Around>
  );
}

function Checked(props: HostedProps): ReactElement {
  const { name, as, carried, hints, giveUp, onPress, children } = props;
  const own = useRef<HTMLElement>(null);
  const node = props.node ?? own;
  const ref = usePressed(node, onPress);
  useLayoutEffect(() => {
    const fault = faultOf(node.current, props);
    if (fault !== null) giveUp(name, new TypeError(`candor: components.${name} ${fault}`));
  });
  // Its props are typed where it is given; here each kind has others.
  return createElement(
    as as unknown as ComponentType<object>,
    { ...carried, ...hints, ref } as object,
    children,
  );
}

/** @returns a ref that hears each press of whichever element it is given to. */
function usePressed(
  node: RefObject<HTMLElement | null>,
  onPress: (() => void) | undefined,
): (element: unknown) => void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  const press = useCallback(() => latest.current?.(), []);
  return useCallback(
    (element: unknown) => {
      node.current?.removeEventListener('click', press);
      node.current = element instanceof HTMLElement ? element : null;
      node.current?.addEventListener('click', press);
    },
    [node, press],
  );
}

/** What is wrong with an element of the page's; null where nothing is. */
function faultOf(element: HTMLElement | null, { tag, carried, hints }: HostedProps): string | null {
  const lost = missing(element, tag, carried);
  if (lost !== null) return `does not pass on ${lost}`;
  const isAnswer = element !== null && 'look' in hints && hints.look === 'choice';
  return isAnswer && looksUnlikeTheOther(element) ? 'draws the two answers unlike each other' : null;
}

/** The first thing that is not where it should be; null where all is. */
function missing(element: HTMLElement | null, tag: string, carried: Carried): string | null {
  if (element === null) return 'ref';
  if (element.localName !== tag) return `ref to a ${tag}`;
  if (element.textContent?.trim() === '') return 'children';
  return Object.keys(carried).find((name) => !carries(element, name, carried[name])) ?? null;
}

function carries(element: HTMLElement, name: string, value: Carried[string]): boolean {
  if (name === 'disabled') return element.hasAttribute(name) === (value === true);
  return element.getAttribute(name) === (value === undefined ? null : String(value));
}
