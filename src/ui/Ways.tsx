import type { ReactElement, ReactNode } from 'react';
import type { Alternative } from '../core/types.js';
import { Control } from './Control.js';
import { Heading } from './Heading.js';
import { Icon } from './icons.js';
import { InTheirs } from './Theirs.js';
import { useText } from './text.js';
import { useWidget } from './widget.js';

/** The controls of a step: the way without a face first, at the same place and of the same size as what goes on. */
export function Actions({ children }: { readonly children?: ReactNode }): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  return (
    <div className="candor-actions" part="actions">
      <div className="candor-bar">
        <Control action="opt-out" look="plain" onPress={() => send({ type: 'opt-out' })}>
          {t('widget.optOut')}
        </Control>
        {children}
      </div>
      <CancelControl />
    </div>
  );
}

export function CancelControl(): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  return (
    <Control action="cancel" look="quiet" onPress={() => send({ type: 'cancel' })}>
      {t('widget.cancel')}
    </Control>
  );
}

export interface AlternativesProps {
  readonly title: string;
  readonly alternatives: readonly Alternative[];
}

/** Every way to become a seller without a face check, one press each. */
export function Alternatives({ title, alternatives }: AlternativesProps): ReactElement | null {
  const { send } = useWidget();
  if (alternatives.length === 0) return null;
  return (
    <section className="candor-ways" part="ways">
      <Heading level={3}>{title}</Heading>
      <ul className="candor-way-list">
        {alternatives.map(({ id, label, expectedTime }) => (
          <li key={id}>
            <button
              type="button"
              className="candor-way"
              part="way"
              data-action="alternative"
              data-value={id}
              onClick={() => send({ type: 'opt-out', alternativeId: id })}
            >
              <span className="candor-way-label">
                <InTheirs texts={label} />
              </span>
              <span className="candor-way-time">
                <InTheirs texts={expectedTime} />
              </span>
              <Icon name="chevron" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
