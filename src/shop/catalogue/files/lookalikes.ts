import type { FileProblems } from '../file-problems.ts';
import { nearest } from '../nearest.ts';

const READ = ['products', 'store', 'shipping', 'faq', 'quick_replies', 'staff', 'policy', 'promotions', 'replies', 'examples'];
const EXTENSIONS = ['csv', 'tsv', 'xlsx', 'yaml', 'yml'];

/** Files an owner may believe to be read, and that are not: "store.yaml.txt" from Notepad, "products.xls", "stor.yaml". */
export function warnOfLookalikes(names: readonly string[], problems: FileProblems): void {
  for (const name of names) {
    if (/^[.~]/.test(name)) continue;
    const [base = '', extension = '', ...more] = name.toLowerCase().split('.');
    const at = { file: name, line: 1, column: 1 };
    const known = READ.includes(base);
    if (known && EXTENSIONS.includes(extension) && more.length === 0) {
      if (base !== 'products' && !extension.startsWith('y')) problems.warn(at, 'berkas ini tidak dibaca', `${base} ditulis sebagai ${base}.yaml`);
    } else if (known && EXTENSIONS.includes(extension) && more.at(-1) === 'txt') {
      problems.warn(at, 'berkas ini tidak dibaca karena berakhiran .txt', `ganti namanya menjadi ${base}.${extension} (Notepad: Save as type → All files)`);
    } else if (base === 'products' && ['xls', 'ods', 'numbers'].includes(extension)) {
      problems.warn(at, `berkas .${extension} tidak dibaca`, 'simpan sebagai products.xlsx atau products.csv');
    } else if (EXTENSIONS.includes(extension) && more.length === 0 && !known) {
      const near = nearest(base.replace(/[\s(-].*$/, ''), READ);
      if (near !== null) problems.warn(at, 'berkas ini tidak dibaca', `maksud Anda "${near}.${extension}"?`);
    }
  }
}
