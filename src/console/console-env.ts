import type { Context } from 'hono';
import type { StaffMember } from '../shop/catalogue/snapshot.ts';
import type { WebEnv } from '../web/env.ts';
import type { Session } from './access/sessions.ts';

/** Who is at the page, known to every route behind the login. */
export interface Visitor {
  readonly staff: StaffMember;
  readonly session: Session;
}

export interface ConsoleEnv extends WebEnv {
  Variables: { visitor: Visitor };
}

export type ConsoleContext = Context<ConsoleEnv>;
