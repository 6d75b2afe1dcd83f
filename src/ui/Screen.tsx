import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { focusedBeside, isFocusFree } from './focus.js';
import { Heading } from './Heading.js';
import { Link } from './Link.js';
import { safeHref } from './safe-href.js';
import { useText } from './text.js';
import { useWidget } from './widget.js';

export interface ScreenFrameProps {
  /** Changes when the screen becomes another step: then the heading takes the focus. */
  readonly step: string;
  readonly title: string;
  readonly eyebrow?: string | undefined;
  /** At the end of the line above the heading. */
  readonly corner?: ReactNode;
  readonly children: ReactNode;
  /** The row of controls, at the same place on every screen. */
  readonly actions?: ReactNode;
  /** Below the controls: what may be read, but need not be before they are used. */
  readonly after?: ReactNode;
}

/** Heading, body, controls: the frame of every step. */
export function Screen(props: ScreenFrameProps): ReactElement {
  const { step, title, eyebrow, corner, children, actions, after } = props;
  const heading = useStepHeading(step, title);
  return (
    <div className="candor-screen" part="screen" data-step={step}>
      <header className="candor-head" part="head">
        {eyebrow === undefined ? null : (
          <p className="candor-eyebrow" part="eyebrow">
            {eyebrow}
          </p>
        )}
        {corner}
        <Heading level={2} place={heading}>
          {title}
        </Heading>
      </header>
      <div className="candor-body" part="body">
        {children}
      </div>
      {actions}
      {after === undefined ? null : (
        <div className="candor-after" part="after">
          {after}
        </div>
      )}
      <Questions />
    </div>
  );
}

function useStepHeading(step: string, title: string): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { inUse, say } = useWidget();
  const latest = useRef(title);
  const isNew = useRef(true);
  useEffect(() => {
    latest.current = title;
  });
  useEffect(() => {
    const element = heading.current;
    const wasNew = isNew.current;
    isNew.current = false;
    if (step === '' || element === null || !inUse()) return;
    if (!mayTakeFocus(element, wasNew)) {
      say(latest.current);
      return;
    }
    element.focus({ preventScroll: true });
    bringIntoView(element.closest('.candor-screen'));
  }, [step, inUse, say]);
  return heading;
}

/** Whoever is busy elsewhere on the page, in another field of its form say, is told of the new step and left there. So is who was
 * led to a control of the new screen already. */
function mayTakeFocus(heading: Element, isNew: boolean): boolean {
  const here = focusedBeside(heading);
  if (here === null) return isFocusFree(heading);
  const screen = heading.closest('.candor-screen');
  if (isNew && screen?.contains(here) === true) return false;
  return heading.closest('.candor')?.contains(here) === true;
}

/** Whatever the host's page has above the widget: a step that does not show from its first line to its controls is brought
 * to the top. `scroll-margin` keeps it clear of the page's own header (`--candor-scroll-margin`). */
function bringIntoView(screen: Element | null): void {
  if (screen === null) return;
  const { top } = screen.getBoundingClientRect();
  const covered = Number.parseFloat(getComputedStyle(screen).scrollMarginBlockStart) || 0;
  const end = screen.querySelector('.candor-actions')?.getBoundingClientRect().bottom ?? top;
  if (top < covered || end > window.innerHeight) screen.scrollIntoView({ block: 'start' });
}

/** Who can be asked, in the same place on every screen (WCAG 3.2.6). */
function Questions(): ReactElement | null {
  const { t } = useText();
  const { notice } = useWidget();
  if (notice === null) return null;
  const { name, contact } = notice.notice.controller;
  return (
    <p className="candor-questions" part="questions">
      {t('widget.questions', { name })} <Contact contact={contact} />
    </p>
  );
}

export function Contact({ contact }: { readonly contact: string }): ReactElement {
  const href = safeHref(contact);
  return href === null ? <span>{contact}</span> : <Link href={href}>{contact}</Link>;
}
