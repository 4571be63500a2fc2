-- Ladeni's schema 3, as it was released, with a small shop in it. Written once, never edited.
PRAGMA foreign_keys = OFF;
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
  , changing INTEGER REFERENCES orders (id));
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
INSERT INTO accounts (staff, password, set_at) VALUES ('accounts.staff 1', 'accounts.password 1', 1);
INSERT INTO accounts (staff, password, set_at) VALUES ('accounts.staff 2', 'accounts.password 2', 2);
INSERT INTO addresses (id, customer_id, recipient, phone, street, place_code, place_label, postal_code, used_at) VALUES (1, 1, 'addresses.recipient 1', 'addresses.phone 1', 'addresses.street 1', 'addresses.place_code 1', 'addresses.place_label 1', 'addresses.postal_code 1', 1);
INSERT INTO addresses (id, customer_id, recipient, phone, street, place_code, place_label, postal_code, used_at) VALUES (2, 2, 'addresses.recipient 2', 'addresses.phone 2', 'addresses.street 2', 'addresses.place_code 2', 'addresses.place_label 2', 'addresses.postal_code 2', 2);
INSERT INTO cart_lines (customer_id, sku, quantity, position) VALUES (1, 'cart_lines.sku 1', 1, 1);
INSERT INTO cart_lines (customer_id, sku, quantity, position) VALUES (2, 'cart_lines.sku 2', 2, 2);
INSERT INTO chats (id, channel, address, customer_id, mode, holder, epoch, session, last_in_at, last_human_at, away_until, unreachable) VALUES (1, 'webchat', 'chats.address 1', 1, 'bot', 'chats.holder 1', 1, 'chats.session 1', 1, 1, 1, 'chats.unreachable 1');
INSERT INTO chats (id, channel, address, customer_id, mode, holder, epoch, session, last_in_at, last_human_at, away_until, unreachable) VALUES (2, 'webchat', 'chats.address 2', 2, 'bot', 'chats.holder 2', 2, 'chats.session 2', 2, 2, 2, 'chats.unreachable 2');
INSERT INTO closed_months (month, closed_at, closed_by, figures) VALUES ('closed_months.month 1', 1, 'closed_months.closed_by 1', 'closed_months.figures 1');
INSERT INTO closed_months (month, closed_at, closed_by, figures) VALUES ('closed_months.month 2', 2, 'closed_months.closed_by 2', 'closed_months.figures 2');
INSERT INTO console_sessions (token_hash, staff, csrf, created_at, seen_at) VALUES ('console_sessions.token_hash 1', 'console_sessions.staff 1', 'console_sessions.csrf 1', 1, 1);
INSERT INTO console_sessions (token_hash, staff, csrf, created_at, seen_at) VALUES ('console_sessions.token_hash 2', 'console_sessions.staff 2', 'console_sessions.csrf 2', 2, 2);
INSERT INTO customers (id, name, phone, called, created_at, upsell_refused, upsell_taken, consent_at, erase_due_at, erased_at, note, changing) VALUES (1, 'customers.name 1', 'customers.phone 1', 'customers.called 1', 1795402800001, 1, 1, 1, NULL, NULL, 'customers.note 1', NULL);
INSERT INTO customers (id, name, phone, called, created_at, upsell_refused, upsell_taken, consent_at, erase_due_at, erased_at, note, changing) VALUES (2, 'customers.name 2', 'customers.phone 2', 'customers.called 2', 1795402800002, 2, 2, 2, NULL, NULL, 'customers.note 2', NULL);
INSERT INTO events (id, at, kind, chat_id, order_id, data) VALUES (1, 1, 'order.placed', 1, 1, '{}');
INSERT INTO events (id, at, kind, chat_id, order_id, data) VALUES (2, 2, 'order.placed', 2, 2, '{}');
INSERT INTO handoffs (id, chat_id, reason, urgent, details, requested_at, staffed_from, remind_at, reminders, claimed_by, claimed_at, first_reply_at, released_at, released_by, agreed, rating, rating_comment, rated_at) VALUES (1, 1, 'handoffs.reason 1', 1, '{}', 1, 1, 1, 1, 'handoffs.claimed_by 1', 1, 1, 1, 'handoffs.released_by 1', 'handoffs.agreed 1', 5, 'handoffs.rating_comment 1', 1);
INSERT INTO handoffs (id, chat_id, reason, urgent, details, requested_at, staffed_from, remind_at, reminders, claimed_by, claimed_at, first_reply_at, released_at, released_by, agreed, rating, rating_comment, rated_at) VALUES (2, 2, 'handoffs.reason 2', 2, '{}', 2, 2, 2, 2, 'handoffs.claimed_by 2', 2, 2, 2, 'handoffs.released_by 2', 'handoffs.agreed 2', 5, 'handoffs.rating_comment 2', 2);
INSERT INTO inbox (id, channel, provider_id, chat_id, content, received_at, state, attempts, error) VALUES (1, 'inbox.channel 1', 'inbox.provider_id 1', 1, '{"kind":"text","text":"halo kak"}', 1795402800001, 'done', 1, 'inbox.error 1');
INSERT INTO inbox (id, channel, provider_id, chat_id, content, received_at, state, attempts, error) VALUES (2, 'inbox.channel 2', 'inbox.provider_id 2', 2, '{"kind":"photo","file":"photos/2026-11/aaaaaaaaaaaaaaaaaaaa.jpg","caption":""}', 1795402800002, 'done', 2, 'inbox.error 2');
INSERT INTO invitations (token_hash, staff, expires_at) VALUES ('invitations.token_hash 1', 'invitations.staff 1', 1);
INSERT INTO invitations (token_hash, staff, expires_at) VALUES ('invitations.token_hash 2', 'invitations.staff 2', 2);
INSERT INTO misunderstood (id, at, chat_id, text) VALUES (1, 1, 1, 'misunderstood.text 1');
INSERT INTO misunderstood (id, at, chat_id, text) VALUES (2, 2, 2, 'misunderstood.text 2');
INSERT INTO order_events (id, order_id, at, state, who, why) VALUES (1, 1, 1795402800001, 'placed', 'order_events.who 1', 'order_events.why 1');
INSERT INTO order_events (id, order_id, at, state, who, why) VALUES (2, 2, 1795402800002, 'cancelled', 'order_events.who 2', 'order_events.why 2');
INSERT INTO order_lines (order_id, sku, title, quantity, unit_price, weight_g, position) VALUES (1, 'order_lines.sku 1', 'order_lines.title 1', 1, 1, 1, 1);
INSERT INTO order_lines (order_id, sku, title, quantity, unit_price, weight_g, position) VALUES (2, 'order_lines.sku 2', 'order_lines.title 2', 2, 2, 2, 2);
INSERT INTO orders (id, number, customer_id, chat_id, state, payment, goods, shipping_cost, discount, unique_code, total, service_id, service_name, place_code, recipient, phone, address, arrives_from, arrives_to, days_min, days_max, placed_at, expires_at, reminded_at, paid_at, shipped_at, delivered_at, tracking, late_told_at, agreed_text, suggestion) VALUES (1, 'DK-1', 1, 1, 'shipped', 'bank_transfer', 165000, 18000, 0, 101, 183101, 'orders.service_id 1', 'orders.service_name 1', 'orders.place_code 1', 'orders.recipient 1', 'orders.phone 1', 'orders.address 1', '2026-11-24', '2026-11-25', 1, 1, 1795402800001, NULL, 1, 1795402860001, 1, NULL, 'orders.tracking 1', 1, 'orders.agreed_text 1', 'orders.suggestion 1');
INSERT INTO orders (id, number, customer_id, chat_id, state, payment, goods, shipping_cost, discount, unique_code, total, service_id, service_name, place_code, recipient, phone, address, arrives_from, arrives_to, days_min, days_max, placed_at, expires_at, reminded_at, paid_at, shipped_at, delivered_at, tracking, late_told_at, agreed_text, suggestion) VALUES (2, 'DK-2', 2, 2, 'cancelled', 'bank_transfer', 165000, 18000, 0, 102, 183102, 'orders.service_id 2', 'orders.service_name 2', 'orders.place_code 2', 'orders.recipient 2', 'orders.phone 2', 'orders.address 2', '2026-11-24', '2026-11-25', 2, 2, 1795402800002, NULL, 2, 1795402860002, 2, NULL, 'orders.tracking 2', 2, 'orders.agreed_text 2', 'orders.suggestion 2');
INSERT INTO outbox (id, chat_id, sender, text, choices, photo, epoch, state, due_at, attempts, provider_id, failure, created_at, sent_at) VALUES (1, 1, 'outbox.sender 1', 'outbox.text 1', NULL, NULL, 1, 'sent', 1, 1, 'outbox.provider_id 1', 'outbox.failure 1', 1, 1);
INSERT INTO outbox (id, chat_id, sender, text, choices, photo, epoch, state, due_at, attempts, provider_id, failure, created_at, sent_at) VALUES (2, 2, 'outbox.sender 2', 'outbox.text 2', NULL, NULL, 2, 'sent', 2, 2, 'outbox.provider_id 2', 'outbox.failure 2', 2, 2);
INSERT INTO proofs (id, order_id, chat_id, at, file, sha256, fingerprint, claimed_amount, flags, state, decided_by, decided_at, reason) VALUES (1, 1, 1, 1, 'proofs.file 1', 'proofs.sha256 1', 'proofs.fingerprint 1', 1, 'proofs.flags 1', 'approved', 'proofs.decided_by 1', 1, 'proofs.reason 1');
INSERT INTO proofs (id, order_id, chat_id, at, file, sha256, fingerprint, claimed_amount, flags, state, decided_by, decided_at, reason) VALUES (2, 2, 2, 2, 'proofs.file 2', 'proofs.sha256 2', 'proofs.fingerprint 2', 2, 'proofs.flags 2', 'approved', 'proofs.decided_by 2', 2, 'proofs.reason 2');
INSERT INTO ratings (id, at, chat_id, handoff_id, order_id, staff, stars, comment) VALUES (1, 1, 1, 1, 1, 'ratings.staff 1', 5, 'ratings.comment 1');
INSERT INTO ratings (id, at, chat_id, handoff_id, order_id, staff, stars, comment) VALUES (2, 2, 2, 2, 2, 'ratings.staff 2', 5, 'ratings.comment 2');
INSERT INTO settings (key, value) VALUES ('settings.key 1', 'settings.value 1');
INSERT INTO settings (key, value) VALUES ('settings.key 2', 'settings.value 2');
INSERT INTO staff_acts (id, at, staff, act, chat_id, order_id, out_of_hours, forced, detail, act_id) VALUES (1, 1, 'staff_acts.staff 1', 'staff_acts.act 1', 1, 1, 1, 1, 'staff_acts.detail 1', 'staff_acts.act_id 1');
INSERT INTO staff_acts (id, at, staff, act, chat_id, order_id, out_of_hours, forced, detail, act_id) VALUES (2, 2, 'staff_acts.staff 2', 'staff_acts.act 2', 2, 2, 2, 2, 'staff_acts.detail 2', 'staff_acts.act_id 2');
INSERT INTO stock (sku, on_hand, reserved, written, low_told) VALUES ('stock.sku 1', 9, 1, 1, 1);
INSERT INTO stock (sku, on_hand, reserved, written, low_told) VALUES ('stock.sku 2', 9, 1, 2, 2);
INSERT INTO stock_ledger (id, sku, at, kind, on_hand_change, reserved_change, order_id, who) VALUES (1, 'stock_ledger.sku 1', 1, 'stock_take', 10, 0, 1, 'stock_ledger.who 1');
INSERT INTO stock_ledger (id, sku, at, kind, on_hand_change, reserved_change, order_id, who) VALUES (2, 'stock_ledger.sku 2', 2, 'reserve', 0, 1, 2, 'stock_ledger.who 2');
INSERT INTO suggestions (id, at, customer_id, for_sku, sku, outcome, order_id) VALUES (1, 1, 1, 'suggestions.for_sku 1', 'suggestions.sku 1', 'taken', 1);
INSERT INTO suggestions (id, at, customer_id, for_sku, sku, outcome, order_id) VALUES (2, 2, 2, 'suggestions.for_sku 2', 'suggestions.sku 2', 'taken', 2);
INSERT INTO tasks (id, kind, chat_id, data, due_at, attempts, state, error) VALUES (1, 'tasks.kind 1', 1, '{}', 1, 1, 'done', 'tasks.error 1');
INSERT INTO tasks (id, kind, chat_id, data, due_at, attempts, state, error) VALUES (2, 'tasks.kind 2', 2, '{}', 2, 2, 'done', 'tasks.error 2');
INSERT INTO used_choices (token, used_at) VALUES ('used_choices.token 1', 1);
INSERT INTO used_choices (token, used_at) VALUES ('used_choices.token 2', 2);
INSERT INTO wishlist_lines (customer_id, sku, added_at, tell_when_back, tell_when_cheaper, price_then) VALUES (1, 'wishlist_lines.sku 1', 1, 1, 1, 1);
INSERT INTO wishlist_lines (customer_id, sku, added_at, tell_when_back, tell_when_cheaper, price_then) VALUES (2, 'wishlist_lines.sku 2', 2, 2, 2, 2);
CREATE TRIGGER no_piece_is_let_go_twice BEFORE INSERT ON stock_ledger
    WHEN NEW.reserved_change < 0 AND (SELECT COALESCE(sum(reserved_change), 0) FROM stock_ledger
      WHERE order_id = NEW.order_id AND sku = NEW.sku) + NEW.reserved_change < 0
    BEGIN SELECT RAISE(ABORT, 'these pieces are not reserved for this order'); END;
CREATE TRIGGER stock_ledger_is_append_only_update BEFORE UPDATE ON stock_ledger
    BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
CREATE TRIGGER stock_ledger_is_append_only_delete BEFORE DELETE ON stock_ledger
    BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
PRAGMA user_version = 3;
PRAGMA foreign_keys = ON;
