import { type ReactElement, useSyncExternalStore } from 'react';
import { useLanguage } from './language.js';
import type { SeenDeed, SeenOperator } from './operators.js';
import type { OperatorsLog } from './watch-operators.js';

/** For the curious: what each of the three operators has and does, as its own process says it. */
export function OperatorPanes({ log }: { readonly log: OperatorsLog }): ReactElement | null {
  const { words } = useLanguage();
  const operators = useSyncExternalStore(log.subscribe, log.getSnapshot);
  if (operators.length === 0) return null;
  return (
    <section className="operators" aria-labelledby="operators-title">
      <h2 id="operators-title">{words.operators.title}</h2>
      <p>{words.operators.lead}</p>
      <div className="operators-panes">
        {operators.map((operator, party) => (
          <Pane key={operator.name} operator={operator} party={party} />
        ))}
      </div>
    </section>
  );
}

function Pane({
  operator,
  party,
}: {
  readonly operator: SeenOperator;
  readonly party: number;
}): ReactElement {
  const { words, tag } = useLanguage();
  const { name, rows, digits, deeds } = operator;
  const { operators: own } = words;
  return (
    <section className="operators-pane" aria-label={name} data-operator={party}>
      <h3>{name}</h3>
      {rows === null ? null : <p data-rows={rows}>{own.rows(rows.toLocaleString(tag))}</p>}
      {digits.length === 0 ? null : (
        <p className="operators-digits">
          {own.digits} <code dir="ltr">{digits.join(' ')}</code>
        </p>
      )}
      <ol>
        {deeds.map((deed) => (
          <DeedRow key={deed.number} {...deed} />
        ))}
      </ol>
    </section>
  );
}

function DeedRow({ at, deed }: SeenDeed): ReactElement {
  const { words, tag } = useLanguage();
  const time = new Date(at).toLocaleTimeString(tag);
  return (
    <li data-deed={deed}>
      <time dateTime={at}>{time}</time> {words.operators.deed[deed]}
    </li>
  );
}
