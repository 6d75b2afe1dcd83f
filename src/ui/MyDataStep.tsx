import type { ReactElement } from 'react';
import type { Locale } from '../core/types.js';
import type { DeskOptions } from '../flow/desk-state.js';
import { DeskInside } from './DeskShell.js';
import type { OwnMessages } from './messages/types.js';
import { WaitScreen } from './screens/WaitScreen.js';
import { TextContext } from './text.js';
import { useDesk } from './useDesk.js';
import { useMessages } from './useMessages.js';

export interface MyDataStepProps {
  readonly endpoint: string;
  readonly subject: DeskOptions['subject'];
  readonly locale: Locale;
  readonly messages: OwnMessages | undefined;
  readonly onLeave: () => void;
}

/** "My data" inside the widget, in the place of the notice, with its voice and its language. */
export function MyDataStep({ endpoint, subject, locale, messages, onLeave }: MyDataStepProps): ReactElement {
  const { made, state } = useDesk({ endpoint, subject, asksAtOnce: true });
  const words = useMessages(locale, messages, 'desk');
  const failure = made?.kind === 'failed' ? made : (words?.failure ?? null);
  if (failure !== null) return <WaitScreen later={{ ...failure, kind: 'failed' }} onLeave={onLeave} />;
  if (made === null || words?.isWhole !== true)
    return <WaitScreen later={{ kind: 'loading' }} onLeave={onLeave} />;
  return (
    <TextContext.Provider value={words.text}>
      <div data-desk={state?.kind ?? 'loading'}>
        <DeskInside {...{ made, state, words, endpoint, onLeave }} view="my-data" />
      </div>
    </TextContext.Provider>
  );
}
