import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a script that is Chromium, except that web.whatsapp.com is the stand-in and every other host does not exist. The
 * channel takes its path as any other browser's, so nothing in the channel is different under test.
 */
export function wrapChromium(chromium: string, port: number, folder: string): string {
  const script = join(folder, 'chromium');
  const rules = `MAP web.whatsapp.com:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
  const flags = [
    `'--host-resolver-rules=${rules}'`, '--ignore-certificate-errors', '--disable-quic', '--no-first-run',
  ];
  writeFileSync(script, `#!/bin/sh\nexec '${chromium}' ${flags.join(' ')} "$@" 2>/dev/null\n`);
  chmodSync(script, 0o700);
  return script;
}
