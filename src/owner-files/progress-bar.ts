const WIDE = 24;

/** A progress bar on one line of a terminal; nothing at all where the output is no terminal. */
export function createProgressBar(output: { readonly isTTY?: boolean; write(text: string): unknown }): (what: string, done: number, total: number) => void {
  if (output.isTTY !== true) return () => undefined;
  let shown = '';
  return (what, done, total) => {
    const full = total === 0 ? WIDE : Math.floor((done / total) * WIDE);
    const line = `${what} ${'█'.repeat(full)}${'·'.repeat(WIDE - full)} ${done.toLocaleString('id-ID')} dari ${total.toLocaleString('id-ID')}`;
    if (line === shown) return;
    shown = line;
    output.write(`\r\u001b[K${done >= total ? '' : line}`);
  };
}
