import { createContext, useContext, useEffect } from 'react';
import type { FlowCommand, FlowState, NoticeView } from '../flow/state.js';
import type { AnswerOrder } from './theme.js';
import type { Practising } from './useAutoStart.js';
import type { Tones } from './useTones.js';

/** What every screen can reach. */
export interface Widget {
  readonly send: (command: FlowCommand) => void;
  /** The notice that was last shown: who to ask stays the same on every screen. */
  readonly notice: NoticeView | null;
  /** Sending had begun: what was sent may have arrived. */
  readonly mayHaveSent: boolean;
  /** Shows what this browser keeps and the receiver holds, in the place of the notice. */
  readonly openMyData: () => void;
  readonly autoStart: boolean;
  readonly answerOrder: AnswerOrder;
  /** Whether a person has used the widget: only then may it move the focus. */
  readonly inUse: () => boolean;
  /** Puts a sentence into the live region, at a pace that can be heard. */
  readonly say: (text: string) => void;
  /** Puts what opens a step there at once: what waits to be said belongs to the step before. */
  readonly sayNow: (text: string) => void;
  /** Says it at once, before anything that waits. */
  readonly urge: (text: string) => void;
  readonly tones: Tones;
  /** While it is on, no recording starts by itself. */
  readonly practising: Practising;
}

const ignore = (): void => {};

/** Where nothing is recorded, nothing sounds. */
export const SILENT: Tones = { on: false, turn: ignore, play: ignore };

export const WidgetContext = createContext<Widget>({
  send: ignore,
  notice: null,
  mayHaveSent: false,
  openMyData: ignore,
  autoStart: false,
  answerOrder: 'decline-first',
  inUse: () => false,
  say: ignore,
  sayNow: ignore,
  urge: ignore,
  tones: SILENT,
  practising: { current: false },
});

export function useWidget(): Widget {
  return useContext(WidgetContext);
}

/** Says `text` whenever it changes; an empty one is silence. */
export function useSpoken(text: string): void {
  const { say } = useWidget();
  useEffect(() => {
    if (text !== '') say(text);
  }, [say, text]);
}

export type StateOf<Kind extends FlowState['kind']> = Extract<FlowState, { readonly kind: Kind }>;

export interface ScreenProps<Kind extends FlowState['kind']> {
  readonly state: StateOf<Kind>;
}
