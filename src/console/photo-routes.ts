import { Hono } from 'hono';
import { pictureResponse } from '../web/picture-response.ts';
import type { ConsoleContext, ConsoleEnv } from './console-env.ts';
import type { ConsoleParts } from './parts.ts';
import { createTalk } from './queries/talk.ts';

const KEEP_SECONDS = 86_400;

/** Pictures by the number of what they belong to: no path ever comes from an address (S9). */
export function createPhotoRoutes(parts: ConsoleParts): Hono<ConsoleEnv> {
  const talk = createTalk(parts.db);

  async function show(c: ConsoleContext, reference: string | null): Promise<Response> {
    const file = reference === null ? null : await parts.picture(reference).catch(() => null);
    const picture = file === null ? null : await pictureResponse(file, KEEP_SECONDS);
    return picture ?? c.text(c.get('t')('Foto ini belum bisa diambil.'), 404);
  }

  const id = (c: ConsoleContext): number => Number(c.req.param('id'));
  return new Hono<ConsoleEnv>()
    .get('/foto/pesan/:id{[0-9]+}', (c) => show(c, talk.photoOfMessage(id(c))))
    .get('/foto/balasan/:id{[0-9]+}', (c) => show(c, talk.photoOfReply(id(c))))
    .get('/foto/bukti/:id{[0-9]+}', (c) => show(c, parts.business.proofs.get(id(c))?.file ?? null))
    .get('/foto/produk/:sku', (c) => show(c, parts.premises().catalogue.product(c.req.param('sku'))?.photo ?? null));
}
