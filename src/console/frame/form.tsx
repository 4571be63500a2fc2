import type { Child } from 'hono/jsx';
import type { Visitor } from '../console-env.ts';

/**
 * A form that changes something: always POST, always with the session's token and an id of its own, so that a second tap of
 * the same button is the same act.
 */
export function Form({ to, visitor, act, kind, children, label, fullPage = false }: {
  readonly to: string; readonly visitor: Visitor; readonly act: string; readonly children: Child;
  readonly kind?: string | undefined; readonly label?: string | undefined;
  /** The answer is a page of its own. */
  readonly fullPage?: boolean;
}) {
  return (
    <form method="post" action={to} class={kind} aria-label={label} data-inline={fullPage ? undefined : ''}>
      <input type="hidden" name="csrf" value={visitor.session.csrf} />
      <input type="hidden" name="act" value={act} />
      {children}
    </form>
  );
}

/** A button that opens what it needs to know before it acts. */
export function Disclosure({ id, title, kind, children }: {
  readonly id: string; readonly title: string; readonly kind?: string; readonly children: Child;
}) {
  return (
    <details id={id} class={`disclosure ${kind ?? ''}`} data-keep="">
      <summary>{title}</summary>
      <div class="disclosed">{children}</div>
    </details>
  );
}
