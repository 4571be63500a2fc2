import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** What Node hands along with a request; absent where a test calls the app without a socket. */
export interface WebEnv {
  Bindings: Partial<HttpBindings>;
}

/** The context of any route, whatever its own guards have added. */
export type WebContext<E extends WebEnv = WebEnv> = Context<E>;
