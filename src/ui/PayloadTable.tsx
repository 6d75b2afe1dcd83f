import type { ReactElement } from 'react';
import type { PayloadPreview } from '../flow/state.js';
import { Disclosure } from './Disclosure.js';
import { useText } from './text.js';

/** Every field of the message with its size: exactly what would be sent, never a value. Folded. */
export function PayloadTable({ preview }: { readonly preview: PayloadPreview }): ReactElement {
  const { t, format } = useText();
  const opened = useOpenedBy(preview);
  return (
    <Disclosure title={t('review.payload')}>
      <table className="candor-payload" part="payload">
        <tbody>
          {preview.fields.map(({ name, sizeBytes }) => (
            <tr key={name} data-field={name}>
              <th scope="row">
                {t(`field.${name}`)} <code>{name}</code>
              </th>
              <td>{format.bytes(sizeBytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="candor-small">
        {t('review.payloadTo', { origin: preview.origin, size: format.bytes(preview.bodyBytes) })} {opened}{' '}
        {t('review.payloadNot')}
      </p>
    </Disclosure>
  );
}

/** Who can open what. */
function useOpenedBy({ kem, operators }: PayloadPreview): string {
  const { t, locale } = useText();
  if (operators.length === 0) return t('review.payloadSealed', { kem });
  return t('review.payloadParts', { operators: new Intl.ListFormat(locale).format(operators) });
}
