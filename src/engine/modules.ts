import type { FlowModule, Module } from '../flow/flow.ts';
import type { Intent } from '../understanding/meaning.ts';

/** The flow modules of the shop, by name and by the intents that begin them. */
export interface Modules {
  readonly all: readonly Module[];
  flow(name: string): FlowModule | undefined;
  /** In the order in which they are asked. */
  for(intent: Intent): readonly Module[];
  /** Example sentences of all modules, for the understanding to learn from. */
  readonly examples: Partial<Record<Intent, readonly string[]>>;
}

/**
 * Gathers modules.
 * @throws Error when two modules share a name, or two flows would begin from the same sentence.
 */
export function gatherModules(modules: readonly Module[]): Modules {
  const byName = new Map<string, Module>();
  const byIntent = new Map<Intent, Module[]>();
  const examples: Partial<Record<Intent, string[]>> = {};
  const owners = new Map<string, string>();
  for (const module of modules) {
    if (byName.has(module.name)) throw new Error(`two modules are named "${module.name}"`);
    byName.set(module.name, module);
    for (const [intent, sentences] of Object.entries(module.begins) as [Intent, readonly string[]][]) {
      byIntent.set(intent, [...(byIntent.get(intent) ?? []), module]);
      examples[intent] = [...(examples[intent] ?? []), ...sentences];
      for (const sentence of sentences) {
        const owner = owners.get(sentence.toLowerCase());
        if (owner !== undefined && owner !== intent) {
          throw new Error(`"${sentence}" is an example of both ${owner} and ${intent}`);
        }
        owners.set(sentence.toLowerCase(), intent);
      }
    }
  }
  for (const asked of byIntent.values()) asked.sort((a, b) => b.precedence - a.precedence);
  return {
    all: modules,
    flow: (name) => {
      const module = byName.get(name);
      return module?.kind === 'flow' ? module : undefined;
    },
    for: (intent) => byIntent.get(intent) ?? [],
    examples,
  };
}
