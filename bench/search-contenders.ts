import { createProductSearch } from '../src/shop/catalogue/search.ts';
import type { Product } from '../src/shop/catalogue/snapshot.ts';

/** A search that has been built: query → SKUs of the first five. */
export type Find = (query: string) => readonly string[];

export interface Contender {
  readonly name: string;
  /** Loads what is needed beforehand, so that neither build nor memory counts the library's own code. */
  load(): Promise<(products: readonly Product[]) => Promise<Find>>;
}

const HITS = 5;
const BOOST = { title: 8, aliases: 6, category: 4, tags: 3, description: 1 } as const;
const FIELDS = Object.keys(BOOST);

/** What both peers are given: the same texts that ours reads. */
interface Row {
  readonly id: string;
  readonly title: string;
  readonly aliases: string;
  readonly category: string;
  readonly tags: string;
  readonly description: string;
}

function row(product: Product): Row {
  const { sku, title, category, description, aliases, tags } = product;
  return { id: sku, title, aliases: aliases.join(' '), category, tags: tags.join(' '), description };
}

// The peers' packages are installed by bench/package.json only; what is used of them is declared here, so that the
// type check of the project does not need them.

interface MiniSearch {
  add(row: Row): void;
  search(query: string, options: object): readonly { readonly id: string }[];
}

type MiniSearchModule = { readonly default: new (options: object) => MiniSearch };

function minisearch(name: string, options: object): Contender {
  return {
    name,
    load: async () => {
      const specifier: string = 'minisearch';
      const { default: Index } = (await import(specifier)) as MiniSearchModule;
      return async (products) => {
        const index = new Index({ fields: FIELDS });
        for (const product of products) index.add(row(product));
        return (query) => index.search(query, { boost: BOOST, ...options }).slice(0, HITS).map((hit) => hit.id);
      };
    },
  };
}

interface OramaModule {
  create(options: object): object;
  insert(database: object, row: Row): unknown;
  search(database: object, options: object): { readonly hits: readonly { readonly id: string }[] };
}

function orama(name: string, options: object): Contender {
  return {
    name,
    load: async () => {
      const specifier: string = '@orama/orama';
      const { create, insert, search } = (await import(specifier)) as OramaModule;
      return async (products) => {
        const schema = Object.fromEntries(FIELDS.map((field) => [field, 'string']));
        const database = create({ schema });
        for (const product of products) await insert(database, row(product));
        return (query) => search(database, { term: query, boost: BOOST, limit: HITS, ...options }).hits.map((hit) => hit.id);
      };
    },
  };
}

const longEnough = (term: string): number | false => (term.length > 3 ? 1 : false);
const byLength = (term: string): number | false => (term.length > 3 ? 0.2 : false);

export const CONTENDERS: readonly Contender[] = [
  {
    name: 'ladeni',
    load: async () => async (products) => {
      const { search } = createProductSearch(products);
      return (query) => search(query, { limit: HITS, inStock: () => true }).map((hit) => hit.product.sku);
    },
  },
  minisearch('minisearch, fuzzy 1', { fuzzy: longEnough }),
  minisearch('minisearch, fuzzy 0.2', { fuzzy: byLength }),
  minisearch('minisearch, fuzzy 1, AND', { fuzzy: longEnough, combineWith: 'AND' }),
  orama('orama, tolerance 1', { tolerance: 1 }),
];
