import type { KeptForm } from '../kept-checks.ts';
import type { Product } from '../snapshot.ts';

type ProductColumns = { readonly [Field in keyof Product]: readonly Product[Field][] };

/** Column by column: half the bytes of rows, and read back in half the time. */
export const PRODUCTS_AS_COLUMNS: KeptForm<readonly Product[]> = {
  kept(products): ProductColumns {
    const column = <Field extends keyof Product>(field: Field): readonly Product[Field][] => products.map((product) => product[field]);
    return {
      sku: column('sku'), title: column('title'), name: column('name'), category: column('category'), price: column('price'), sale: column('sale'), stock: column('stock'),
      weightG: column('weightG'), sizeCm: column('sizeCm'), description: column('description'), aliases: column('aliases'), photo: column('photo'),
      goesWith: column('goesWith'), variantOf: column('variantOf'), variant: column('variant'), tags: column('tags'), active: column('active'), source: column('source'),
    };
  },
  back(kept) {
    const of = kept as ProductColumns;
    return of.sku.map((sku, i) => ({
      sku, title: of.title[i]!, name: of.name[i]!, category: of.category[i]!, price: of.price[i]!, sale: of.sale[i]!, stock: of.stock[i]!, weightG: of.weightG[i]!,
      sizeCm: of.sizeCm[i]!, description: of.description[i]!, aliases: of.aliases[i]!, photo: of.photo[i]!, goesWith: of.goesWith[i]!, variantOf: of.variantOf[i]!,
      variant: of.variant[i]!, tags: of.tags[i]!, active: of.active[i]!, source: of.source[i]!,
    }));
  },
};
