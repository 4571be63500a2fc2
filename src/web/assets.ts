import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { WebEnv } from './env.ts';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml', png: 'image/png',
};

export interface Assets {
  /** The address of a file for a page: it changes with any of the files, so that browsers may keep it for ever. */
  url(name: string): string;
  /** Serves the files; hangs at the prefix. */
  readonly routes: Hono<WebEnv>;
  /** Of all files together. */
  readonly bytes: number;
}

/**
 * Scripts and styles, read once and served by the process itself from memory. All lie in one folder named by their content, so
 * that a script's own `import './time.js'` finds its version.
 * @param prefix Where they hang, without slash at the end: "/chat/assets".
 * @param files Name → the files it is made of, joined in order.
 */
export function loadAssets(prefix: string, files: Readonly<Record<string, readonly URL[]>>): Assets {
  const contents = new Map(Object.entries(files).map(([name, parts]) =>
    [name, Buffer.concat(parts.map((part) => readFileSync(part)))] as const));
  const hash = createHash('sha256');
  for (const [name, content] of contents) hash.update(name).update(content);
  const version = hash.digest('base64url').slice(0, 12);

  const routes = new Hono<WebEnv>();
  routes.get('/:version/:name', (c) => {
    const name = c.req.param('name');
    const content = contents.get(name);
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (content === undefined || type === undefined || c.req.param('version') !== version) return c.notFound();
    return c.body(new Uint8Array(content), 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });

  return {
    url(name) {
      if (!contents.has(name)) throw new Error(`no asset ${name}`);
      return `${prefix}/${version}/${name}`;
    },
    routes,
    bytes: [...contents.values()].reduce((sum, content) => sum + content.length, 0),
  };
}
