import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LadeniError } from '../errors.ts';
import { hostName, isLoopbackName } from './requester.ts';

/** Opens the port. @throws LadeniError PORT_TAKEN, PORT_FORBIDDEN, HOST_UNKNOWN: which, and what to do. */
export function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const refused = (cause: NodeJS.ErrnoException) => reject(explained(cause, host, port));
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      resolve(server.address() as AddressInfo);
    });
  });
}

function explained(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (cause.code) {
    case 'EADDRINUSE': return new LadeniError('PORT_TAKEN',
      `Port ${port} sudah dipakai program lain (mungkin Ladeni yang masih berjalan).`,
      `Hentikan program itu, atau pilih port lain: tulis PORT=${port < 65_535 ? port + 1 : 3000} di .env, lalu jalankan lagi.`, { cause });
    case 'EACCES': return new LadeniError('PORT_FORBIDDEN',
      `Port ${port} tidak boleh dibuka oleh pengguna ini.`,
      'Pilih port di atas 1023: tulis PORT=3000 di .env, lalu jalankan lagi.', { cause });
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': return new LadeniError('HOST_UNKNOWN',
      `HOST=${host} bukan alamat komputer ini.`,
      'Hapus baris HOST di .env (dipakai 127.0.0.1), lalu jalankan lagi.', { cause });
    default: return cause;
  }
}

/** What the owner must know before the port is open to others; null on loopback (S1). */
export function networkWarning(host: string): string | null {
  if (isLoopbackName(hostName(host.includes(':') ? `[${host}]` : host))) return null;
  return `PERHATIAN: HOST=${host} membuka halaman toko ke jaringan tanpa enkripsi. Siapa pun di jaringan yang sama dapat membaca `
    + 'chat dan sandi yang lewat. Pasang proxy TLS (misalnya Caddy) di depannya, atau hapus baris HOST di .env.';
}
