import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Transaction { order_id: string; amount: number; minutes: number; status: string | null; type: string; token: string; cancelled: boolean }

/** What Midtrans would send: signed with the key, as documented. */
export function notification(key: string, order_id: string, status: string, gross: string, more: Record<string, string> = {}): Record<string, string> {
  const status_code = more.status_code ?? (status === 'pending' ? '201' : status === 'expire' || status === 'deny' ? '202' : '200');
  return {
    transaction_time: '2026-11-23 10:05:00', transaction_status: status, transaction_id: '57d5293c-e65f-4a29-95e4-5959c3fa335b', status_message: 'midtrans payment notification',
    payment_type: 'bank_transfer', merchant_id: 'G141532850', fraud_status: 'accept', currency: 'IDR', ...more, status_code, order_id, gross_amount: gross,
    signature_key: createHash('sha512').update(order_id + status_code + gross + key).digest('hex'),
  };
}

/** Midtrans' Snap and status calls on this machine, as its documentation describes them. */
export class MidtransService {
  mood: 'documented' | 'down' | 'garbage' | 'refused' | 'taken' | 'lost_answer' = 'documented';
  readonly transactions = new Map<string, Transaction>();
  readonly asked: { method: string; path: string; authorization: string; body: string }[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => { body += String(part); });
      request.on('end', () => {
        const path = request.url ?? '';
        this.asked.push({ method: request.method ?? '', path, authorization: request.headers.authorization ?? '', body });
        if (this.mood === 'lost_answer') {
          this.answer(path, body, null);
          request.socket.destroy();
        } else this.answer(path, body, response);
      });
    });
  }

  static async open(): Promise<MidtransService> {
    const service = new MidtransService();
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get roots(): { snap: string; core: string } {
    const root = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return { snap: root, core: root };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(path: string, body: string, response: ServerResponse | null): void {
    const json = (status: number, value: unknown): void => {
      response?.writeHead(status, { 'content-type': 'application/json' });
      response?.end(JSON.stringify(value));
    };
    switch (this.mood) {
      case 'down': return json(503, { error_messages: ['unavailable'] });
      case 'garbage': { response?.end('<html>'); return; }
      case 'refused': return json(401, { error_messages: ['Access denied, please check client or server key'] });
      case 'taken': return json(400, { error_messages: ['transaction_details.order_id sudah digunakan'] });
      default:
    }
    if (path === '/snap/v1/transactions') {
      const wanted = JSON.parse(body) as { transaction_details: { order_id: string; gross_amount: number }; expiry: { duration: number } };
      const { order_id, gross_amount } = wanted.transaction_details;
      const token = `66e4fa55-${order_id}`;
      this.transactions.set(order_id, { order_id, amount: gross_amount, minutes: wanted.expiry.duration, status: null, type: 'qris', token, cancelled: false });
      return json(201, { token, redirect_url: `https://app.sandbox.midtrans.com/snap/v4/redirection/${token}` });
    }
    const cancelledPage = /^\/snap\/v1\/transactions\/([^/]+)\/cancel$/.exec(path);
    if (cancelledPage) {
      const one = [...this.transactions.values()].find(({ token }) => token === cancelledPage[1]);
      if (!one) return json(404, { error_messages: ['token not found'] });
      one.cancelled = true;
      return json(200, { canceled_at: '2026-11-23T10:00:00.000Z' });
    }
    const [, order = '', what] = /^\/v2\/([^/]+)\/(status|cancel)$/.exec(path) ?? [];
    const one = this.transactions.get(decodeURIComponent(order));
    // The Core API says it in the body, with HTTP 200.
    if (!one || one.status === null) return json(200, { status_code: '404', status_message: "Transaction doesn't exist.", id: 'x' });
    if (what === 'cancel') {
      if (one.status === 'settlement') return json(200, { status_code: '412', status_message: 'Transaction status cannot be updated.' });
      one.status = 'cancel';
    }
    json(200, { status_code: '200', order_id: one.order_id, gross_amount: `${one.amount}.00`, transaction_status: one.status, payment_type: one.type, fraud_status: 'accept', currency: 'IDR' });
  }
}
