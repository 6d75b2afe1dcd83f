import { Fragment, type ReactElement, type ReactNode } from 'react';
import { chooseLocale } from '../core/locale.js';
import { passagesOf } from '../core/passages.js';
import type { Locale } from '../core/types.js';
import { directionOf } from './locale.js';
import { useText } from './text.js';
import { useWidget } from './widget.js';

/** Texts that are not the widget's own: the receiver may have them in a language that the widget has no words for. Each carries the
 * language and the direction that it is in (WCAG 3.1.2). */

interface WrittenIn {
  readonly lang?: Locale;
  readonly dir?: 'ltr' | 'rtl';
}

/** Nothing where it is in the language around it. */
function writtenIn(locale: Locale, around: Locale): WrittenIn {
  return locale === around ? {} : { lang: locale, dir: directionOf(locale) };
}

export interface TheirsProps {
  readonly locale: Locale;
  readonly children: string;
  /** `span` stands within a sentence; the others begin where their own direction begins. Default: `span`. */
  readonly as?: 'span' | 'div' | 'p' | undefined;
  readonly className?: string | undefined;
}

export function Theirs({ locale, children, as: Tag = 'span', className }: TheirsProps): ReactElement {
  const { locale: around } = useText();
  const passages = passagesOf(children);
  const attributes = writtenIn(locale, around);
  if (Tag === 'span' && attributes.lang === undefined && passages.length === 1) return <>{children}</>;
  return (
    <Tag className={className} {...attributes}>
      {passages.length === 1
        ? children
        : passages.map(({ locale: other, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: passages have no names, and never change places.
            <Fragment key={index}>
              {other === null ? (
                text
              ) : (
                <span className="candor-passage" {...writtenIn(other, locale)}>
                  {text}
                </span>
              )}
            </Fragment>
          ))}
    </Tag>
  );
}

export interface InTheirsProps extends Omit<TheirsProps, 'locale' | 'children'> {
  readonly texts: Readonly<Record<Locale, string>>;
}

/** What a record by language says, in the language of the notice that was read, or the nearest. */
export function InTheirs({ texts, ...props }: InTheirsProps): ReactElement | null {
  const said = useTheirs(texts);
  return said === null ? null : (
    <Theirs {...props} locale={said.locale}>
      {said.text}
    </Theirs>
  );
}

export function useTheirs(
  texts: Readonly<Record<Locale, string>>,
): { readonly locale: Locale; readonly text: string } | null {
  const { locale } = useText();
  const { notice } = useWidget();
  // As `inLocale` chooses, which the consent record goes by.
  const chosen = chooseLocale(notice?.locale ?? locale, Object.keys(texts).sort());
  const text = chosen === null ? undefined : texts[chosen];
  return chosen === null || text === undefined ? null : { locale: chosen, text };
}

/** Fills a mark of a text of ours, for {@link Around}. */
export const HERE = '\uFFFC';

/** A sentence of ours with something in it that is not. */
export function Around({
  sentence,
  children,
}: {
  readonly sentence: string;
  readonly children: ReactNode;
}): ReactElement {
  const [before, after] = sentence.split(HERE);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
