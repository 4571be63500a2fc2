#!/usr/bin/env node
/**
 * Compiles ahead what a shop runs, for where the shop itself may not write beside its code: `npm run compile`, after an update or a
 * changed flow. Elsewhere bin/run.mjs does it by itself.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledFormOf } from './compiled/compiled-form.mjs';

/** The shop, and what it starts beside itself. */
const PROGRAMS = ['src/main.ts', 'src/backup/check-main.ts', 'src/restore.ts', 'src/channels/whatsapp/fenced/main.ts'];

const root = fileURLToPath(new URL('..', import.meta.url));
for (const program of PROGRAMS) await compiledFormOf(path.join(root, program), root);
