import type { Context } from 'hono';
import type { StaffMember } from '../shop/catalogue/snapshot.ts';
import type { WebEnv } from '../web/env.ts';
import type { Session } from './access/sessions.ts';
import type { Translate } from './language/translate.tsx';

/** Who is at the page, known to every route behind the login. */
export interface Visitor {
  readonly staff: StaffMember;
  readonly session: Session;
}

export interface ConsoleEnv extends WebEnv {
  Variables: {
    visitor: Visitor;
    /** In the visitor's language; the shop's, or that of the address, where nobody has entered. */
    t: Translate;
  };
}

export type ConsoleContext = Context<ConsoleEnv>;
