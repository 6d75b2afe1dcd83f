import { type ReactElement, useRef } from 'react';
import type { DoneReceipt } from '../core/record.js';
import type { Locale } from '../core/types.js';
import { Control } from './Control.js';
import { Disclosure } from './Disclosure.js';
import { Facts } from './Facts.js';
import { Heading } from './Heading.js';
import { canonical } from './locale.js';
import { printPaper } from './print-paper.js';
import { Theirs } from './Theirs.js';
import { useText } from './text.js';

export interface ReceiptPaperProps {
  readonly receipt: DoneReceipt;
  /** Where the receiver is, where that is worth saying. */
  readonly host?: string | undefined;
}

/** The receipt to read and to print: what it is of, and the whole consent record under the field names of ISO/IEC TS 27560
 * (requirement L-08). The key to the record is only in the file: paper lies about. */
export function ReceiptPaper({ receipt, host }: ReceiptPaperProps): ReactElement {
  const { t, format, locale } = useText();
  const { verificationId, decidedAt, deleteAfter } = receipt.outcome;
  const language = languageOf(receipt.consent) ?? locale;
  const paper = useRef<HTMLDivElement>(null);
  return (
    <Disclosure title={t('done.receipt')}>
      <div className="candor-paper" part="receipt" ref={paper}>
        <Facts
          facts={[
            [t('done.number'), <code key="number">{verificationId}</code>],
            ...(host === undefined ? [] : [[t('desk.receiver'), host] as const]),
            [t('done.decidedAt'), format.time(decidedAt)],
            [t('done.deleteAfter'), format.time(deleteAfter)],
            [t('done.noticeVersion'), receipt.noticeVersion],
          ]}
        />
        <Heading level={3}>ISO/IEC TS 27560</Heading>
        <dl className="candor-record">
          {fieldsOf(receipt.consent).map(([name, content]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                <Theirs locale={isOfNotice(name) ? language : 'en'}>{content}</Theirs>
              </dd>
            </div>
          ))}
          <div>
            <dt>
              <code>consentHash</code>
            </dt>
            <dd>
              <code>{receipt.consentHash}</code>
            </dd>
          </div>
        </dl>
      </div>
      <Control action="print-receipt" look="quiet" onPress={() => printPaper(paper.current)}>
        {t('receipt.print')}
      </Control>
    </Disclosure>
  );
}

/** In which language the notice was read. */
function languageOf(consent: DoneReceipt['consent']): Locale | null {
  const { processing } = consent;
  if (typeof processing !== 'object' || processing === null || !('language' in processing)) return null;
  const { language } = processing;
  return typeof language === 'string' ? canonical(language) : null;
}

/** Fields whose content is the notice's own words. That of the others is codes, times and the standard's English. */
const OF_NOTICE =
  /privacy_notice\.(purpose|reason|why_now)$|purposes(\[\d+\])?\.purpose$|processing_method\.(description|sent|not_sent|human_decision)$|storage_locations$|jurisdiction$|recipient_third_parties$|withdrawal_method$|authority_party$|consequence_of_declining$|alternatives(\[\d+\])?\.(label|expected_time)$|processing\.legal\.|release\.text$|party_address$/;

function isOfNotice(name: string): boolean {
  return OF_NOTICE.test(name);
}

/** Every field of a record of any version, by its path: `processing.retention_period.days`. A list of one needs no number. */
export function fieldsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  const entries = Object.entries(value);
  const isList = Array.isArray(value);
  return entries.flatMap(([name, inner]) => {
    if (!isList) return fieldsOf(inner, path === '' ? name : `${path}.${name}`);
    return fieldsOf(inner, entries.length === 1 ? path : `${path}[${Number(name) + 1}]`);
  });
}
