/**
 * The schema, one step a release. A released step is never edited: the next change is a new one.
 * Instants are UTC milliseconds, money is whole rupiah.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    name TEXT,
    phone TEXT,
    called TEXT,
    created_at INTEGER NOT NULL,
    upsell_refused INTEGER NOT NULL DEFAULT 0,
    upsell_taken INTEGER NOT NULL DEFAULT 0,
    consent_at INTEGER,
    erase_due_at INTEGER,
    erased_at INTEGER,
    note TEXT NOT NULL DEFAULT ''
  );

  CREATE TABLE chats (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customers(id),
    mode TEXT NOT NULL DEFAULT 'bot' CHECK (mode IN ('bot', 'waiting', 'human')),
    holder TEXT,
    epoch INTEGER NOT NULL DEFAULT 0,
    session TEXT,
    last_in_at INTEGER NOT NULL DEFAULT 0,
    last_human_at INTEGER NOT NULL DEFAULT 0,
    away_until INTEGER NOT NULL DEFAULT 0,
    unreachable TEXT,
    UNIQUE (channel, address)
  );
  CREATE INDEX chats_of_customer ON chats (customer_id);
  CREATE INDEX chats_not_bot ON chats (mode) WHERE mode <> 'bot';

  CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    chat_id INTEGER NOT NULL REFERENCES chats(id),
    content TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'set_aside')),
    attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    UNIQUE (channel, provider_id)
  );
  CREATE INDEX inbox_new ON inbox (id) WHERE state = 'new';
  CREATE INDEX inbox_of_chat ON inbox (chat_id, id);

  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chats(id),
    sender TEXT NOT NULL,
    text TEXT NOT NULL,
    choices TEXT,
    photo TEXT,
    epoch INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'ready'
      CHECK (state IN ('ready', 'held', 'sending', 'sent', 'unknown', 'cancelled', 'dead')),
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    provider_id TEXT,
    failure TEXT,
    created_at INTEGER NOT NULL,
    sent_at INTEGER
  );
  CREATE INDEX outbox_open ON outbox (chat_id, id) WHERE state IN ('ready', 'held', 'sending');
  CREATE INDEX outbox_of_chat ON outbox (chat_id, id);

  CREATE TABLE used_choices (
    token TEXT PRIMARY KEY,
    used_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    chat_id INTEGER,
    order_id INTEGER,
    data TEXT NOT NULL
  );
  CREATE INDEX events_of_chat ON events (chat_id, id) WHERE chat_id IS NOT NULL;

  CREATE TABLE tasks (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    chat_id INTEGER,
    data TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'done', 'failed')),
    error TEXT
  );
  CREATE INDEX tasks_due ON tasks (due_at) WHERE state = 'ready';

  CREATE TABLE addresses (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers(id),
    recipient TEXT NOT NULL,
    phone TEXT NOT NULL,
    street TEXT NOT NULL,
    place_code TEXT NOT NULL,
    place_label TEXT NOT NULL,
    postal_code TEXT,
    used_at INTEGER NOT NULL
  );
  CREATE INDEX addresses_of_customer ON addresses (customer_id, used_at);

  CREATE TABLE cart_lines (
    customer_id INTEGER NOT NULL REFERENCES customers(id),
    sku TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    position INTEGER NOT NULL,
    PRIMARY KEY (customer_id, sku)
  ) WITHOUT ROWID;

  CREATE TABLE wishlist_lines (
    customer_id INTEGER NOT NULL REFERENCES customers(id),
    sku TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    tell_when_back INTEGER NOT NULL DEFAULT 0,
    tell_when_cheaper INTEGER NOT NULL DEFAULT 0,
    price_then INTEGER NOT NULL,
    PRIMARY KEY (customer_id, sku)
  ) WITHOUT ROWID;
  CREATE INDEX wishlist_watchers ON wishlist_lines (sku) WHERE tell_when_back = 1 OR tell_when_cheaper = 1;

  CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customers(id),
    chat_id INTEGER NOT NULL REFERENCES chats(id),
    state TEXT NOT NULL,
    payment TEXT NOT NULL CHECK (payment IN ('bank_transfer', 'qris', 'cod')),
    goods INTEGER NOT NULL CHECK (goods >= 0),
    shipping_cost INTEGER NOT NULL CHECK (shipping_cost >= 0),
    discount INTEGER NOT NULL DEFAULT 0 CHECK (discount >= 0),
    unique_code INTEGER,
    total INTEGER NOT NULL CHECK (total = goods + shipping_cost - discount + COALESCE(unique_code, 0)),
    service_id TEXT NOT NULL,
    service_name TEXT NOT NULL,
    place_code TEXT NOT NULL,
    recipient TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    arrives_from TEXT NOT NULL,
    arrives_to TEXT NOT NULL,
    days_min INTEGER NOT NULL,
    days_max INTEGER NOT NULL,
    placed_at INTEGER NOT NULL,
    expires_at INTEGER,
    reminded_at INTEGER,
    paid_at INTEGER,
    shipped_at INTEGER,
    delivered_at INTEGER,
    tracking TEXT,
    late_told_at INTEGER,
    agreed_text TEXT NOT NULL,
    suggestion TEXT
  );
  CREATE INDEX orders_of_customer ON orders (customer_id, id);
  CREATE INDEX orders_expiring ON orders (expires_at) WHERE expires_at IS NOT NULL;
  CREATE INDEX orders_open ON orders (state, arrives_to)
    WHERE state IN ('awaiting_payment', 'confirmed', 'paid', 'packed', 'shipped');
  CREATE INDEX orders_awaiting ON orders (total) WHERE state = 'awaiting_payment';
  CREATE UNIQUE INDEX orders_unpaid_totals ON orders (total)
    WHERE state = 'awaiting_payment' AND unique_code IS NOT NULL;

  CREATE TABLE order_lines (
    order_id INTEGER NOT NULL REFERENCES orders(id),
    sku TEXT NOT NULL,
    title TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
    weight_g INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (order_id, sku)
  ) WITHOUT ROWID;

  CREATE TABLE order_events (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders(id),
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT ''
  );
  CREATE INDEX order_events_of_order ON order_events (order_id, id);

  CREATE TABLE stock (
    sku TEXT PRIMARY KEY,
    on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
    reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    written INTEGER NOT NULL,
    low_told INTEGER NOT NULL DEFAULT 0,
    CHECK (on_hand >= reserved)
  ) WITHOUT ROWID;

  CREATE TABLE stock_ledger (
    id INTEGER PRIMARY KEY,
    sku TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('stock_take', 'reserve', 'release', 'consume', 'return')),
    on_hand_change INTEGER NOT NULL,
    reserved_change INTEGER NOT NULL,
    order_id INTEGER REFERENCES orders(id),
    who TEXT NOT NULL
  );
  CREATE INDEX stock_ledger_of_sku ON stock_ledger (sku, id);
  CREATE INDEX stock_ledger_of_order ON stock_ledger (order_id, sku) WHERE order_id IS NOT NULL;
  CREATE TRIGGER no_piece_is_let_go_twice BEFORE INSERT ON stock_ledger
    WHEN NEW.reserved_change < 0 AND (SELECT COALESCE(sum(reserved_change), 0) FROM stock_ledger
      WHERE order_id = NEW.order_id AND sku = NEW.sku) + NEW.reserved_change < 0
    BEGIN SELECT RAISE(ABORT, 'these pieces are not reserved for this order'); END;
  CREATE TRIGGER stock_ledger_is_append_only_update BEFORE UPDATE ON stock_ledger
    BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
  CREATE TRIGGER stock_ledger_is_append_only_delete BEFORE DELETE ON stock_ledger
    BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;

  CREATE TABLE proofs (
    id INTEGER PRIMARY KEY,
    order_id INTEGER REFERENCES orders(id),
    chat_id INTEGER NOT NULL REFERENCES chats(id),
    at INTEGER NOT NULL,
    file TEXT,
    sha256 TEXT,
    fingerprint TEXT,
    claimed_amount INTEGER,
    flags TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'rejected')),
    decided_by TEXT,
    decided_at INTEGER,
    reason TEXT
  );
  CREATE INDEX proofs_of_order ON proofs (order_id);
  CREATE INDEX proofs_waiting ON proofs (at) WHERE state = 'waiting';

  CREATE TABLE handoffs (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chats(id),
    reason TEXT NOT NULL,
    urgent INTEGER NOT NULL DEFAULT 0,
    details TEXT NOT NULL DEFAULT '{}',
    requested_at INTEGER NOT NULL,
    staffed_from INTEGER NOT NULL,
    remind_at INTEGER,
    reminders INTEGER NOT NULL DEFAULT 0,
    claimed_by TEXT,
    claimed_at INTEGER,
    first_reply_at INTEGER,
    released_at INTEGER,
    released_by TEXT,
    agreed TEXT,
    rating INTEGER,
    rating_comment TEXT,
    rated_at INTEGER
  );
  CREATE INDEX handoffs_open ON handoffs (chat_id) WHERE released_at IS NULL;
  CREATE INDEX handoffs_of_chat ON handoffs (chat_id, id);

  CREATE TABLE staff_acts (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    staff TEXT NOT NULL,
    act TEXT NOT NULL,
    chat_id INTEGER,
    order_id INTEGER,
    out_of_hours INTEGER NOT NULL DEFAULT 0,
    forced INTEGER NOT NULL DEFAULT 0,
    detail TEXT NOT NULL DEFAULT '',
    act_id TEXT UNIQUE
  );
  CREATE INDEX staff_acts_of_staff ON staff_acts (staff, at);

  CREATE TABLE ratings (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    handoff_id INTEGER,
    order_id INTEGER,
    staff TEXT,
    stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
    comment TEXT NOT NULL DEFAULT ''
  );
  CREATE UNIQUE INDEX one_rating_per_handoff ON ratings (handoff_id) WHERE handoff_id IS NOT NULL;
  CREATE UNIQUE INDEX one_rating_per_order ON ratings (order_id) WHERE order_id IS NOT NULL;

  CREATE TABLE suggestions (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    for_sku TEXT NOT NULL,
    sku TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'taken', 'refused')),
    order_id INTEGER
  );
  CREATE INDEX suggestions_of_customer ON suggestions (customer_id, id);

  CREATE TABLE misunderstood (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    text TEXT NOT NULL
  );

  CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  // The console: who may enter it, months that are settled, and what its pages look for in a shop of many years.
  `
  CREATE TABLE accounts (
    staff TEXT PRIMARY KEY,
    password TEXT NOT NULL,
    set_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE console_sessions (
    token_hash TEXT PRIMARY KEY,
    staff TEXT NOT NULL,
    csrf TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX console_sessions_of_staff ON console_sessions (staff);

  CREATE TABLE invitations (
    token_hash TEXT PRIMARY KEY,
    staff TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE closed_months (
    month TEXT PRIMARY KEY,
    closed_at INTEGER NOT NULL,
    closed_by TEXT NOT NULL,
    figures TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE INDEX chats_by_mode ON chats (mode, last_in_at);
  CREATE INDEX customers_by_name ON customers (name COLLATE NOCASE) WHERE name IS NOT NULL;
  CREATE INDEX customers_by_phone ON customers (phone) WHERE phone IS NOT NULL;
  CREATE INDEX orders_by_state ON orders (state, id);
  CREATE INDEX orders_by_day ON orders (placed_at);
  CREATE INDEX orders_by_total ON orders (total, id);
  CREATE INDEX proofs_by_picture ON proofs (sha256) WHERE sha256 IS NOT NULL;
  CREATE INDEX handoffs_of_staff ON handoffs (claimed_by, claimed_at) WHERE claimed_by IS NOT NULL;
  CREATE INDEX ratings_of_staff ON ratings (staff, at) WHERE staff IS NOT NULL;
  CREATE INDEX order_events_by_day ON order_events (at);
  `,

  // The order whose lines are in the cart again to be changed: what it holds is free for its own customer.
  `ALTER TABLE customers ADD COLUMN changing INTEGER REFERENCES orders (id);`,

  // Money that has to go back: owed once, settled once. Paid orders that were cancelled or returned before are owed still.
  `
  CREATE TABLE refunds (
    order_id INTEGER PRIMARY KEY REFERENCES orders(id),
    owed INTEGER NOT NULL CHECK (owed > 0),
    owed_at INTEGER NOT NULL,
    paid_back INTEGER CHECK (paid_back BETWEEN 0 AND owed),
    settled_at INTEGER,
    settled_by TEXT,
    reference TEXT NOT NULL DEFAULT '',
    CHECK ((settled_at IS NULL) = (paid_back IS NULL))
  );
  CREATE INDEX refunds_owed ON refunds (owed_at) WHERE settled_at IS NULL;
  INSERT INTO refunds (order_id, owed, owed_at)
    SELECT o.id, o.total, max(e.at) FROM orders o JOIN order_events e ON e.order_id = o.id AND e.state = o.state
    WHERE o.state IN ('cancelled', 'returned') AND o.paid_at IS NOT NULL AND o.total > 0 GROUP BY o.id;
  `,

  // A photo is found by where it lies, so that fetching one does not read every message through.
  `CREATE INDEX inbox_photos ON inbox (json_extract(content, '$.file')) WHERE json_extract(content, '$.kind') = 'photo';`,

  // Several pictures to choose by, where the channel has albums.
  `ALTER TABLE outbox ADD COLUMN album TEXT;`,

  // Vouchers held beside a cart, and what each order had taken off. A line with a code is a use of that voucher.
  `
  CREATE TABLE held_vouchers (
    customer_id INTEGER NOT NULL REFERENCES customers(id),
    code TEXT NOT NULL,
    held_at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, code)
  ) WITHOUT ROWID;

  CREATE TABLE order_discounts (
    order_id INTEGER NOT NULL REFERENCES orders(id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    part TEXT NOT NULL CHECK (part IN ('goods', 'shipping')),
    code TEXT,
    given_back_at INTEGER,
    PRIMARY KEY (order_id, position)
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX vouchers_once_an_order ON order_discounts (order_id, code) WHERE code IS NOT NULL;
  CREATE INDEX vouchers_used ON order_discounts (code, order_id) WHERE code IS NOT NULL AND given_back_at IS NULL;
  CREATE INDEX orders_of_phone ON orders (phone);
  `,

  // Every sweep asks who is to be forgotten, and nearly always nobody is.
  `CREATE INDEX customers_to_erase ON customers (erase_due_at) WHERE erase_due_at IS NOT NULL AND erased_at IS NULL;`,

  // Live tariffs: what couriers' prices were, and what each customer was told; how much of a provider's allowance is used.
  `
  ALTER TABLE inbox ADD COLUMN wait_until INTEGER;

  CREATE TABLE live_rates (
    provider TEXT NOT NULL,
    origin TEXT NOT NULL,
    destination TEXT NOT NULL,
    kg INTEGER NOT NULL,
    couriers TEXT NOT NULL,
    rates TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    PRIMARY KEY (provider, origin, destination, kg, couriers)
  ) WITHOUT ROWID;

  CREATE TABLE told_rates (
    customer_id INTEGER NOT NULL REFERENCES customers(id),
    destination TEXT NOT NULL,
    kg INTEGER NOT NULL,
    rates TEXT,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, destination, kg)
  ) WITHOUT ROWID;
  CREATE INDEX told_rates_by_age ON told_rates (told_at);

  CREATE TABLE provider_places (
    provider TEXT NOT NULL,
    place_code TEXT NOT NULL,
    ref TEXT NOT NULL,
    PRIMARY KEY (provider, place_code)
  ) WITHOUT ROWID;

  CREATE TABLE provider_days (
    provider TEXT NOT NULL,
    day INTEGER NOT NULL,
    asked INTEGER NOT NULL DEFAULT 0,
    followed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (provider, day)
  ) WITHOUT ROWID;

  CREATE TABLE provider_pauses (
    provider TEXT PRIMARY KEY,
    until INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    why TEXT NOT NULL
  ) WITHOUT ROWID;
  `,

  // Parcels on their way, as their couriers tell it; and orders that are paid through a gateway.
  `
  CREATE TABLE parcel_news (
    order_id INTEGER PRIMARY KEY REFERENCES orders(id),
    courier TEXT NOT NULL,
    number TEXT NOT NULL,
    due_at INTEGER,
    quiet INTEGER NOT NULL DEFAULT 0,
    status TEXT,
    said TEXT,
    happened TEXT,
    seen_at INTEGER
  );
  CREATE INDEX parcel_news_due ON parcel_news (due_at) WHERE due_at IS NOT NULL;

  ALTER TABLE orders ADD COLUMN paid_with TEXT NOT NULL DEFAULT 'bank_transfer' CHECK (paid_with IN ('bank_transfer', 'qris', 'cod', 'online'));
  UPDATE orders SET paid_with = payment;
  ALTER TABLE orders DROP COLUMN payment;
  ALTER TABLE orders RENAME COLUMN paid_with TO payment;

  CREATE TABLE charges (
    order_id INTEGER PRIMARY KEY REFERENCES orders(id),
    reference TEXT NOT NULL UNIQUE,
    amount INTEGER NOT NULL CHECK (amount > 0),
    state TEXT NOT NULL DEFAULT 'wanted'
      CHECK (state IN ('wanted', 'open', 'failed', 'paid', 'late', 'closing', 'closed')),
    link TEXT,
    token TEXT,
    expires_at INTEGER NOT NULL,
    paid_by TEXT,
    check_at INTEGER,
    checks INTEGER NOT NULL DEFAULT 0,
    told TEXT NOT NULL DEFAULT ''
  );
  CREATE INDEX charges_to_check ON charges (check_at) WHERE check_at IS NOT NULL;
  CREATE INDEX charges_open ON charges (order_id) WHERE state IN ('wanted', 'open', 'failed');
  `,

  // The language in which a person reads the console; null: the shop's.
  `ALTER TABLE accounts ADD COLUMN language TEXT CHECK (language IN ('id', 'en'));`,

  // How busy a month was, and how many of its chats led to an order, without reading all that was ever said.
  `CREATE INDEX inbox_by_time ON inbox (received_at, chat_id, channel);`,

  // What was asked for and is not sold here.
  `
  CREATE TABLE sought (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    phrase TEXT NOT NULL
  );
  CREATE INDEX sought_of_chat ON sought (chat_id);
  `,

  // News of orders that customers have not heard, because a person had the chat.
  `
  CREATE TABLE untold_news (
    order_id INTEGER PRIMARY KEY REFERENCES orders(id),
    chat_id INTEGER NOT NULL REFERENCES chats(id),
    news TEXT NOT NULL CHECK (news IN ('moved', 'late', 'corrected', 'refunded', 'rejected')),
    promised_from TEXT,
    promised_to TEXT,
    at INTEGER NOT NULL
  );
  CREATE INDEX untold_news_of_chat ON untold_news (chat_id);
  `,

  // What tidying, forgetting and the owner's reports look for, each found without reading the years through.
  `
  CREATE INDEX proofs_of_chat ON proofs (chat_id);
  CREATE INDEX proofs_by_file ON proofs (file) WHERE file IS NOT NULL;
  CREATE INDEX proofs_with_file ON proofs (at) WHERE file IS NOT NULL;
  CREATE INDEX outbox_by_photo ON outbox (photo) WHERE photo IS NOT NULL;
  CREATE INDEX ratings_of_chat ON ratings (chat_id);
  CREATE INDEX staff_acts_of_chat ON staff_acts (chat_id) WHERE chat_id IS NOT NULL;
  CREATE INDEX misunderstood_of_chat ON misunderstood (chat_id);
  CREATE INDEX tasks_of_chat ON tasks (chat_id) WHERE chat_id IS NOT NULL;
  CREATE INDEX customers_by_age ON customers (created_at);
  CREATE INDEX orders_by_payment ON orders (paid_at) WHERE paid_at IS NOT NULL;
  `,

  // Money that came too late is news as well.
  `
  CREATE TABLE untold_news_now (
    order_id INTEGER PRIMARY KEY REFERENCES orders(id),
    chat_id INTEGER NOT NULL REFERENCES chats(id),
    news TEXT NOT NULL CHECK (news IN ('moved', 'late', 'corrected', 'refunded', 'rejected', 'paid_late')),
    promised_from TEXT,
    promised_to TEXT,
    at INTEGER NOT NULL
  );
  INSERT INTO untold_news_now SELECT order_id, chat_id, news, promised_from, promised_to, at FROM untold_news;
  DROP TABLE untold_news;
  ALTER TABLE untold_news_now RENAME TO untold_news;
  CREATE INDEX untold_news_of_chat ON untold_news (chat_id);
  `,
];
