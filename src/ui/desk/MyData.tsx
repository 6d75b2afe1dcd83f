import type { ReactElement } from 'react';
import type { Locale } from '../../core/types.js';
import type { DeskOptions } from '../../flow/desk-state.js';
import { DeskInside } from '../DeskShell.js';
import type { OwnMessages } from '../messages/types.js';
import { TextContext } from '../text.js';
import { useDesk } from '../useDesk.js';
import { useMessages } from '../useMessages.js';

export interface MyDataProps {
  readonly endpoint: string;
  readonly subject: DeskOptions['subject'];
  readonly locale: Locale;
  readonly messages: OwnMessages | undefined;
  readonly onLeave: () => void;
}

/** "My data" inside the widget, in the place of the notice, with its voice and its language. */
export function MyData({ endpoint, subject, locale, messages, onLeave }: MyDataProps): ReactElement | null {
  const used = useDesk({ endpoint, subject, asksAtOnce: true });
  const words = useMessages(locale, messages, true);
  if (words === null) return null;
  return (
    <TextContext.Provider value={words.text}>
      <div data-desk={used.state?.kind ?? 'loading'}>
        <DeskInside {...used} words={words} view="my-data" endpoint={endpoint} onLeave={onLeave} />
      </div>
    </TextContext.Provider>
  );
}
