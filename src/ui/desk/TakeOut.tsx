import { type ReactElement, useState } from 'react';
import { asCandorError, type CandorError } from '../../core/errors.js';
import type { Desk } from '../../flow/desk-state.js';
import { Control } from '../Control.js';
import { downloadJson } from '../download.js';
import { Problem } from '../Problem.js';
import { useText } from '../text.js';
import { useSpoken } from '../widget.js';

type Taking =
  | { readonly kind: 'idle' }
  | { readonly kind: 'collecting' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly error: CandorError };

/** One press, one file: everything that the list shows, and what the receiver holds. */
export function TakeOut({ desk }: { readonly desk: Desk }): ReactElement {
  const { t } = useText();
  const [taking, setTaking] = useState<Taking>({ kind: 'idle' });
  const takeOut = async (): Promise<void> => {
    setTaking({ kind: 'collecting' });
    try {
      const all = await desk.takeOut();
      downloadJson(all, `candor-my-data-${all.takenOutAt.slice(0, 10)}.json`);
      setTaking({ kind: 'saved' });
    } catch (thrown) {
      setTaking({ kind: 'failed', error: asCandorError(thrown) });
    }
  };
  useSpoken(taking.kind === 'saved' ? t('mine.takenOut') : '');
  return (
    <section className="candor-ways" part="ways">
      <Control
        action="take-out"
        look="plain"
        waiting={taking.kind === 'collecting'}
        onPress={() => void takeOut()}
      >
        {t(taking.kind === 'collecting' ? 'mine.takingOut' : 'mine.takeOut')}
      </Control>
      <p className="candor-small">{t(taking.kind === 'saved' ? 'mine.takenOut' : 'mine.takeOutBody')}</p>
      {taking.kind === 'failed' ? <Problem error={taking.error} /> : null}
    </section>
  );
}
