import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
interface Locked { readonly version?: string; readonly resolved?: string; readonly integrity?: string; readonly hasInstallScript?: boolean; readonly link?: boolean; readonly optional?: boolean }
const wanted = JSON.parse(read('package.json')) as { dependencies: Record<string, string>; devDependencies: Record<string, string>; allowScripts: Record<string, boolean> };
const lock = JSON.parse(read('package-lock.json')) as { lockfileVersion: number; packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('what the shop is built from (S22)', () => {
  it('is named to the version, and locked to the byte, from the public registry alone', () => {
    for (const [name, version] of Object.entries({ ...wanted.dependencies, ...wanted.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
    for (const [path, one] of packages) {
      // Without an address of its own it comes from the registry, and must have the bytes that are written here.
      expect(one.resolved ?? 'https://registry.npmjs.org/', path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      expect(one.integrity, path).toMatch(/^sha512-/);
    }
  });

  it('runs scripts of its own at the installation only where that was decided', () => {
    const undecided = packages.filter(([, one]) => one.hasInstallScript === true).map(([path]) => nameOf(path)).filter((name) => !(name in wanted.allowScripts));
    expect([...new Set(undecided)].filter((name) => !OPTIONAL.has(name))).toEqual([]);
  });

  it('is little: the runtime packages that are named can be counted on the fingers of a few hands', () => {
    expect(Object.keys(wanted.dependencies).length).toBeLessThanOrEqual(25);
  });

  it('is looked through for known holes in CI', () => {
    expect(read('.ci/run')).toContain('node bin/audit.mjs');
    expect(statSync(join(ROOT, 'bin/audit.mjs')).isFile()).toBe(true);
  });
});

/** Built only on a Mac. */
const OPTIONAL = new Set(['fsevents']);
