import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { reportHost } from '../core/host-call.js';
import { later } from '../core/later.js';
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

type HostedPart = typeof import('./Hosted.js');

interface Furnishing {
  readonly components: HostComponents;
  /** What shows them: fetched only for a page that has some. */
  readonly part: HostedPart | null;
  /** Takes ours in the place of a component of the page's, for good. */
  readonly giveUp: (name: HostComponentName, because: unknown) => void;
}

const OURS: Furnishing = { components: {}, part: null, giveUp: () => {} };
const FurnishingContext = createContext(OURS);

interface Host extends Pick<Furnishing, 'giveUp'> {
  readonly Hosted: HostedPart['Hosted'];
  readonly as: NonNullable<HostComponents[HostComponentName]>;
}

/** The page's component of that name, and what shows it; null where ours is to be taken. */
export function useHost(name: HostComponentName): Host | null {
  const { components, part, giveUp } = useContext(FurnishingContext);
  const as = components[name];
  return as && part ? { Hosted: part.Hosted, as, giveUp } : null;
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

const fetchPart = later<HostedPart>(() => import('./Hosted.js'), import.meta.url);

function usePart(isWanted: boolean): HostedPart | null {
  const [part, setPart] = useState<HostedPart | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const leaving = new AbortController();
    fetchPart(leaving.signal).then(setPart, (thrown: unknown) => {
      if (!leaving.signal.aborted) reportHost(thrown);
    });
    return () => leaving.abort();
  }, [isWanted]);
  return part;
}

function useFurnishingOf(wanted: HostComponents | undefined): Furnishing {
  const part = usePart(wanted !== undefined);
  const reported = useRef(new Set<HostComponentName>());
  const [given, setGiven] = useState<readonly HostComponentName[]>([]);
  const giveUp = useCallback((name: HostComponentName, because: unknown): void => {
    if (reported.current.has(name)) return;
    reported.current.add(name);
    reportHost(because);
    setGiven((before) => [...before, name]);
  }, []);
  const readable = useMemo(() => part?.readComponents(wanted), [part, wanted]);
  return useMemo(() => {
    const components = { ...readable };
    for (const name of given) delete components[name];
    return { components, part, giveUp };
  }, [readable, given, part, giveUp]);
}
