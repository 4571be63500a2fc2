import { Hono } from 'hono';
import { isFor } from '../../shop/catalogue/promotions-fit.ts';
import type { Product } from '../../shop/catalogue/snapshot.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { createStockView } from '../queries/stock-view.ts';
import { momentsNow, nameOf, newAct, notFoundPage, showPage, type Site } from '../site.tsx';
import { CataloguePage, ProductPage, type Piece } from './catalogue-pages.tsx';

const SHOWN_MISSES = 20;
/** Wishes older than a season say little of what to buy in now. */
const SOUGHT_WITHIN_MS = 90 * 24 * 3_600_000;

/** The catalogue as customers see it, and the stock behind it. */
export function createCatalogueRoutes(site: Site): Hono<ConsoleEnv> {
  const { parts } = site;
  const view = createStockView(parts.db);

  const piece = (product: Product): Piece => ({
    product,
    stock: product.stock === null ? null : parts.business.stock.row(product.sku) ?? { on_hand: product.stock, reserved: 0 },
  });

  return new Hono<ConsoleEnv>()
    .get('/katalog', (c) => {
      const { catalogue } = parts.premises();
      const query = (c.req.query('cari') ?? '').trim().slice(0, 100);
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const fits = (product: Product): boolean => {
        const text = `${product.title} ${product.sku} ${product.category} ${product.aliases.join(' ')}`.toLowerCase();
        return words.every((word) => text.includes(word));
      };
      return showPage(site, c, { title: c.get('t')('Katalog'), tab: 'katalog' },
        <CataloguePage pieces={catalogue.products.filter(fits).map(piece)} query={query} problems={parts.problems()} lowStock={catalogue.store.lowStock} owner={c.get('visitor').staff.role === 'owner'}
          wished={view.wished().flatMap(({ sku, people }) => {
            const product = catalogue.product(sku);
            return product && parts.business.stock.free(product) <= 0 ? [{ product, people }] : [];
          })}
          sought={view.sought(parts.now() - SOUGHT_WITHIN_MS, SHOWN_MISSES)} missed={view.notUnderstood(SHOWN_MISSES)} moments={momentsNow(site, c)} />);
    })
    .get('/katalog/:sku', (c) => {
      const { catalogue } = parts.premises();
      const product = catalogue.product(c.req.param('sku'));
      if (!product) return notFoundPage(site, c, 'katalog', 'Barang ini tidak ada');
      return showPage(site, c, { title: product.title, tab: 'katalog' },
        <ProductPage piece={piece(product)} ledger={view.ledger(product.sku)} wholesale={catalogue.promotions.wholesale.filter((rule) => isFor(rule, product))} visitor={c.get('visitor')} act={newAct(site)} moments={momentsNow(site, c)}
          related={product.goesWith.flatMap((sku) => catalogue.product(sku) ?? [])} nameOf={(id) => nameOf(site, id)} />);
    });
}
