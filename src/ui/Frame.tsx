import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { reportHost } from '../core/host-call.js';
import { Guarded } from './Guarded.js';
import type { HostComponentName, HostComponents } from './host-components.js';
import type { Place } from './parts.js';

/** What a page may put into the widget. */
export interface FurnishingProps {
  /** A logo: above each step, and above `header`. */
  readonly brand?: ReactNode;
  /** Above each step. */
  readonly header?: ReactNode;
  /** Below each step. */
  readonly footer?: ReactNode;
  /** Keep the object between renders. */
  readonly components?: HostComponents | undefined;
}

interface Furnishing {
  readonly components: HostComponents;
  /** Takes ours in the place of a component of the page's, for good. */
  readonly giveUp: (name: HostComponentName, because: unknown) => void;
}

const OURS: Furnishing = { components: {}, giveUp: () => {} };
const FurnishingContext = createContext(OURS);

export function useFurnishing(): Furnishing {
  return useContext(FurnishingContext);
}

/** Of all that a widget is given, what is put into it. */
export function furnishingOf({ brand, header, footer, components }: FurnishingProps): FurnishingProps {
  return { brand, header, footer, components };
}

/** Around each step: what the page put above and below it, and its components for what is inside. */
export function Frame(props: FurnishingProps & { readonly children: ReactNode }): ReactElement {
  const { brand, header, footer, components, children } = props;
  return (
    <FurnishingContext.Provider value={useFurnishingOf(components)}>
      <div className="candor-frame">
        <PlaceOf name="brand">{brand}</PlaceOf>
        <PlaceOf name="header">{header}</PlaceOf>
        {children}
        <PlaceOf name="footer">{footer}</PlaceOf>
      </div>
    </FurnishingContext.Provider>
  );
}

function PlaceOf({ name, children }: { readonly name: Place; readonly children: ReactNode }): ReactNode {
  if (children === undefined || children === null || children === false) return null;
  return (
    <div className="candor-place candor-theirs" part={name}>
      <Guarded onThrown={reportHost}>{children}</Guarded>
    </div>
  );
}

const noSubscription = (): (() => void) => () => {};

/** Not on a server, where what throws takes the page with it. */
function useFurnishingOf(wanted: HostComponents | undefined): Furnishing {
  const isBrowser = useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
  const reported = useRef(new Set<HostComponentName>());
  const [given, setGiven] = useState<readonly HostComponentName[]>([]);
  const giveUp = useCallback((name: HostComponentName, because: unknown): void => {
    if (reported.current.has(name)) return;
    reported.current.add(name);
    reportHost(because);
    setGiven((before) => [...before, name]);
  }, []);
  return useMemo(() => {
    if (!isBrowser || wanted === undefined) return { components: {}, giveUp };
    const left = Object.entries(wanted).filter(([name]) => !given.some((one) => one === name));
    return { components: Object.fromEntries(left), giveUp };
  }, [isBrowser, wanted, given, giveUp]);
}
