import { META, PLAIN_LIST } from './formats/lists.ts';
import { SHOPEE_UPDATE, SHOPEE_UPLOAD } from './formats/shopee.ts';
import { SHOPIFY } from './formats/shopify.ts';
import { TOKOPEDIA, TOKOPEDIA_TIKTOK } from './formats/tokopedia.ts';
import { WOOCOMMERCE } from './formats/woocommerce.ts';
import type { SourceFormat } from './source-format.ts';

/** All that is recognised; the last takes what none of the others does. */
export const FORMATS: readonly SourceFormat[] = [SHOPIFY, WOOCOMMERCE, META, TOKOPEDIA_TIKTOK, TOKOPEDIA, SHOPEE_UPLOAD, SHOPEE_UPDATE, PLAIN_LIST];
