import Sqlite from 'better-sqlite3';
import { openDatabase, type Database } from '../src/database/open.ts';

/** What a connection is set to, besides what stands in the database itself. */
const SETTINGS = ['synchronous', 'foreign_keys', 'secure_delete', 'temp_store', 'cache_size'] as const;

const opened = openDatabase(':memory:');
const image = opened.serialize();
const settings = SETTINGS.map((name) => `${name} = ${opened.pragma(name, { simple: true }) as number}`);
opened.close();

/** A database in memory as `openDatabase` leaves it, without going through all migrations each time. */
export function freshDatabase(): Database {
  const db = new Sqlite(image);
  for (const setting of settings) db.pragma(setting);
  return db;
}
