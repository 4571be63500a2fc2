import type { Database } from '../../database/open.ts';
import type { UtcMs } from '../units.ts';

export interface Customer {
  readonly id: number;
  readonly name: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** How this customer asked to be called, in place of the shop's salutation; null for the shop's. */
  readonly called: string | null;
  /** Id of the order whose lines are in the cart again to be changed; null for none. */
  readonly changing: number | null;
  readonly created_at: UtcMs;
  readonly upsell_refused: number;
  readonly upsell_taken: number;
  readonly consent_at: UtcMs | null;
  readonly erase_due_at: UtcMs | null;
  readonly erased_at: UtcMs | null;
  readonly note: string;
}

export interface SavedAddress {
  readonly id: number;
  readonly recipient: string;
  readonly phone: string;
  readonly street: string;
  readonly place_code: string;
  readonly place_label: string;
  readonly postal_code: string | null;
  readonly used_at: UtcMs;
}

export type NewAddress = Omit<SavedAddress, 'id' | 'used_at'>;

/** The people the shop knows, and where their parcels go. */
export function createCustomers(db: Database) {
  const byId = db.prepare<[number], Customer>('SELECT * FROM customers WHERE id = ?');
  const setName = db.prepare<[string, number]>('UPDATE customers SET name = ? WHERE id = ?');
  const setPhone = db.prepare<[string, number]>('UPDATE customers SET phone = ? WHERE id = ?');
  const setChanging = db.prepare<[number | null, number]>('UPDATE customers SET changing = ? WHERE id = ?');
  const setCalled = db.prepare<[string | null, number]>('UPDATE customers SET called = ? WHERE id = ?');
  const setNote = db.prepare<[string, number]>('UPDATE customers SET note = ? WHERE id = ?');
  const consent = db.prepare<[number, number]>('UPDATE customers SET consent_at = COALESCE(consent_at, ?) WHERE id = ?');
  const countUpsell = db.prepare<[number, number, number]>(
    'UPDATE customers SET upsell_taken = upsell_taken + ?, upsell_refused = upsell_refused + ? WHERE id = ?');
  const addresses = db.prepare<[number], SavedAddress>(
    'SELECT * FROM addresses WHERE customer_id = ? ORDER BY used_at DESC, id DESC');
  const sameAddress = db.prepare<[number, string, string, string, string], { id: number }>(
    'SELECT id FROM addresses WHERE customer_id = ? AND recipient = ? AND phone = ? AND street = ? AND place_code = ?');
  const addAddress = db.prepare<[number, string, string, string, string, string, string | null, number]>(
    `INSERT INTO addresses (customer_id, recipient, phone, street, place_code, place_label, postal_code, used_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const useAddress = db.prepare<[number, number]>('UPDATE addresses SET used_at = ? WHERE id = ?');

  return {
    get(id: number): Customer {
      const customer = byId.get(id);
      if (!customer) throw new Error(`no customer ${id}`);
      return customer;
    },
    setName: (id: number, name: string): void => void setName.run(name, id),
    setPhone: (id: number, phone: string): void => void setPhone.run(phone, id),
    /** Which of her orders is open to be changed; null for none. */
    setChanging: (id: number, order: number | null): void => void setChanging.run(order, id),
    setCalled: (id: number, called: string | null): void => void setCalled.run(called, id),
    setNote: (id: number, note: string): void => void setNote.run(note, id),
    /** Remembers when the customer first gave an address for an order (UU PDP 27/2022, Art. 20). */
    consent: (id: number, at: UtcMs): void => void consent.run(at, id),
    countUpsell: (id: number, taken: boolean): void => void countUpsell.run(taken ? 1 : 0, taken ? 0 : 1, id),
    /** The most recently used first. */
    addresses: (id: number): readonly SavedAddress[] => addresses.all(id),
    /** Keeps an address for the next order, or moves a known one to the front. */
    saveAddress(customer: number, address: NewAddress, at: UtcMs): void {
      const known = sameAddress.get(customer, address.recipient, address.phone, address.street, address.place_code);
      if (known) useAddress.run(at, known.id);
      else {
        addAddress.run(customer, address.recipient, address.phone, address.street, address.place_code,
          address.place_label, address.postal_code, at);
      }
    },
  };
}

export type Customers = ReturnType<typeof createCustomers>;
