import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '#core/model/index.ts';
import { loadMasterKey, newId, newToken, secretsOf, tokenHash } from '#server/crypto/index.ts';

const secrets = secretsOf(Buffer.alloc(32, 1));
const others = secretsOf(Buffer.alloc(32, 2));

describe('sealing', () => {
  it('unseals to what was sealed, and never seals to the same text twice', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const [a, b] = [secrets.seal(value as Json), secrets.seal(value as Json)];
        expect(JSON.stringify(secrets.open(a))).toBe(JSON.stringify(value));
        expect(a).not.toBe(b);
      }),
    );
  });

  it('reveals nothing of the value', () => {
    expect(secrets.seal('11010519491231002X')).not.toContain('110105');
  });

  it('refuses what was changed in any place, is of another key, or was never sealed', () => {
    const sealed = String(secrets.seal('value'));
    const [prefix, body = ''] = [sealed.slice(0, 9), sealed.slice(9)];
    const bytes = Buffer.from(body, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => secrets.open(prefix + changed.toString('base64url'))).toThrow('does not open');
    }
    expect(() => others.open(sealed)).toThrow('another APP_KEY');
    for (const value of ['plain', prefix, '', null, 12])
      expect(() => secrets.open(value)).toThrow('should be sealed');
  });
});

describe('keyed hashes', () => {
  it('are the same for the same value, and differ by binding and key', () => {
    expect(secrets.hashOf('number', 'x')).toBe(secrets.hashOf('number', 'x'));
    const hashes = [
      secrets.hashOf('number', 'x'),
      secrets.hashOf('code', 'x'),
      secrets.hashOf('number', 'y'),
      others.hashOf('number', 'x'),
    ];
    expect(new Set([...hashes, secrets.hashOf('numberx', '')]).size).toBe(5);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are made with another key than the audit chain', () => {
    expect(Buffer.from(secrets.auditKey)).not.toEqual(Buffer.alloc(32, 1));
    expect(secrets.auditKey).not.toEqual(others.auditKey);
  });
});

describe('ids and tokens', () => {
  it('ids sort by time, do not repeat, and fit where ids stand', () => {
    const ids = Array.from({ length: 2000 }, () => newId());
    expect(new Set(ids).size).toBe(2000);
    expect(ids.every((id) => /^[0-9a-z]{26}$/.test(id))).toBe(true);
    expect([newId(3000), newId(1000), newId(2000)].toSorted().map((id) => id.slice(0, 10))).toEqual(
      [1000, 2000, 3000].map((time) => newId(time).slice(0, 10)),
    );
  });

  it('a token has 256 bits and is stored as a hash', () => {
    const token = newToken();
    expect(Buffer.from(token, 'base64url').length).toBe(32);
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(tokenHash(token)).not.toBe(tokenHash(newToken()));
  });
});

describe('the master key', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, for its owner alone, even when many start at once', async () => {
    const keys = await Promise.all(
      Array.from({ length: 5 }, () => loadMasterKey(null, join(folder, 'data', 'app.key'))),
    );
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect((await stat(join(folder, 'data', 'app.key'))).mode & 0o777).toBe(0o600);
    expect(await loadMasterKey(null, join(folder, 'data', 'app.key'))).toEqual(keys[0]);
  });

  it('is the given one where there is one', async () => {
    const given = Buffer.alloc(32, 9);
    expect(await loadMasterKey(given, join(folder, 'app.key'))).toBe(given);
    await expect(readFile(join(folder, 'app.key'))).rejects.toThrow('ENOENT');
  });

  it('is never replaced when its file is damaged', async () => {
    await writeFile(join(folder, 'app.key'), 'dGVzdA==');
    await expect(loadMasterKey(null, join(folder, 'app.key'))).rejects.toThrow('holds no key');
  });
});
