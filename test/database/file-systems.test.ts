import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { mountName, whyUnsuitable, type FileSystemFacts } from '../../src/database/file-systems.ts';
import { openDatabase } from '../../src/database/open.ts';

const rooms: string[] = [];
afterEach(() => { for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true }); });
function room(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ladeni-fs-test-'));
  rooms.push(folder);
  return folder;
}

const FUSE = 0x65735546;
const on = (typeOf: number | null, mountedAs: string | null = null): FileSystemFacts => ({ typeOf: () => typeOf, mountedAs: () => mountedAs });
const EXT4 = on(0xef53);

describe('where a database may lie (F36)', () => {
  it.each([
    ['NFS', on(0x6969)], ['SMB', on(0x517b)], ['SMB', on(0xff534d42)], ['SMB', on(0xfe534d42)], ['SMB', on(0xfe534d42 | 0)], ['9p', on(0x01021997)],
    ['FUSE', on(FUSE, 'fuse.sshfs')], ['FUSE', on(FUSE, 'fuse.rclone')], ['FUSE', on(FUSE)], ['VirtualBox', on(0x786f4256)],
  ])('is refused on %s, and nothing is written there', (name, disk) => {
    const folder = join(room(), 'data');
    mkdirSync(folder);
    expect(() => openDatabase(folder, { disk })).toThrow(expect.objectContaining({
      code: 'DATABASE_ON_UNSUITABLE_DISK', message: expect.stringContaining(name) as string, todo: expect.stringContaining('DATA_DIR=') as string,
    }) as Error);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['/home/sari/Dropbox/toko/data', 'C:\\Users\\Sari\\OneDrive\\data', '/Users/sari/Google Drive/data', '/home/sari/Nextcloud/data', '\\\\server\\toko', '//server/toko'])(
    'is refused in %s, which a program copies elsewhere or a network brings', (folder) => {
      expect(whyUnsuitable(folder, EXT4)).not.toBeNull();
    });

  it.each([
    ['ext4', '/var/lib/ladeni', EXT4], ['XFS', '/srv/data', on(0x58465342)], ['tmpfs', '/tmp/data', on(0x01021994)], ['overlay', '/app/data', on(0x794c7630)],
    ['a USB disk of Windows', '/media/usb/ladeni', on(FUSE, 'fuseblk')], ['a machine that tells no number', 'C:\\ladeni\\data', on(null)], ['a name that only looks so', '/srv/dropbox-toko/data', EXT4],
  ])('is taken on %s', (_name, folder, disk) => {
    expect(whyUnsuitable(folder, disk)).toBeNull();
  });

  it('is taken on this machine\'s own disk', () => {
    openDatabase(room()).close();
  });

  it('knows the nearest mount above a folder', () => {
    const mounts = [
      '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw', '30 22 8:17 / /media/usb rw - fuseblk /dev/sdb1 rw',
      '31 22 0:44 / /media/usb/awan rw - fuse.rclone gdrive: rw', '32 22 0:45 / /media/disk\\040dua rw - fuseblk /dev/sdc1 rw',
    ].join('\n');
    expect(mountName(mounts, '/home')).toBe('ext4');
    expect(mountName(mounts, '/media/usb/ladeni')).toBe('fuseblk');
    expect(mountName(mounts, '/media/usb/awan/x')).toBe('fuse.rclone');
    expect(mountName(mounts, '/media/usbstick')).toBe('ext4');
    expect(mountName(mounts, '/media/disk dua/x')).toBe('fuseblk');
  });
});

describe('who may read the data folder (S22)', () => {
  it('only the shop\'s own user, also where the folder was open to all before', () => {
    const folder = join(room(), 'data');
    mkdirSync(folder, { mode: 0o755 });
    const db = openDatabase(folder, { readByOthers: true });
    db.prepare(`INSERT INTO settings (key, value) VALUES ('a', '1')`).run();
    expect(existsSync(join(folder, 'ladeni.db-wal'))).toBe(true);
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
    for (const name of readdirSync(folder)) expect([name, (statSync(join(folder, name)).mode & 0o777).toString(8)]).toEqual([name, '600']);
    db.close();
  });
});
