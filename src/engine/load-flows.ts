import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Module } from '../flow/flow.ts';
import { gatherModules, type Modules } from './modules.ts';

const FLOWS = fileURLToPath(new URL('../../flows', import.meta.url));

/** Every module that the files of `flows/` export, in the order of file and export names. A new flow is one new file. */
export async function loadFlows(): Promise<Modules> {
  const files = (await readdir(FLOWS)).filter((file) => file.endsWith('.ts')).sort();
  const modules: Module[] = [];
  for (const file of files) {
    // Written so that the compiler sees where the flows lie, and takes all of them in.
    const exported = (await import(`../../flows/${file.slice(0, -'.ts'.length)}.ts`)) as Record<string, unknown>;
    modules.push(...Object.keys(exported).sort().map((name) => exported[name]).filter(isModule));
  }
  return gatherModules(modules);
}

function isModule(value: unknown): value is Module {
  return typeof value === 'object' && value !== null && 'begins' in value && 'kind' in value && 'name' in value;
}
