import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sequelize } from 'sequelize';
import { expect, it } from 'vitest';
import { createLogger, takeOverConsole } from '#server/log.ts';
import * as driver from '#server/store/sqlite/driver.ts';

/** The lines that a logger writes while `work` uses it. */
function linesOf(work: (log: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  work(createLogger({ logLevel: 'info' }, { write: (line) => void lines.push(line) }));
  return lines;
}

it('logs neither secrets nor people, however deep they are', () => {
  const canary = '测试甲-geheim';
  const keys = [
    'password',
    'cookie',
    'authorization',
    'token',
    'answer',
    'name',
    'username',
    'phone',
    'sections',
    'body',
  ];
  const lines = linesOf((log) => {
    for (const key of keys) {
      log.info(
        { [key]: canary, req: { [key]: canary, headers: { [key]: canary, deeper: { [key]: canary } } } },
        'request',
      );
    }
  });
  expect(lines).toHaveLength(keys.length);
  expect(lines.join('')).not.toContain(canary);
  expect(lines[0]).toContain('[redacted]');
});

it('keeps what locates an error, without its SQL and parameters', () => {
  const error = Object.assign(new Error('no'), {
    code: 'E1',
    sql: 'INSERT secret',
    parameters: ['secret'],
    parent: { sql: 'secret' },
  });
  const [line = ''] = linesOf((log) => log.error({ err: error }, 'failed'));
  expect(JSON.parse(line)).toMatchObject({
    msg: 'failed',
    err: { message: 'no', code: 'E1', stack: expect.stringContaining('log.test.ts') },
  });
  expect(line).not.toContain('secret');
});

it('what libraries write to the console, and Node’s warnings, are lines of the log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shenbao-log-'));
  const kept = { ...console };
  const listeners = process.listeners('warning');
  const lines: string[] = [];
  takeOverConsole(createLogger({ logLevel: 'info' }, { write: (line) => void lines.push(line) }));
  try {
    const sequelize = new Sequelize({
      dialect: 'sqlite',
      dialectModule: driver,
      storage: join(folder, 'one'),
    });
    const model = sequelize.define('plants', {});
    await model.findAll({ id: 1 } as object).catch(() => undefined);
    process.emitWarning('old and frail', 'DeprecationWarning');
    await new Promise(setImmediate);
  } finally {
    Object.assign(console, kept);
    process.removeAllListeners('warning');
    for (const listener of listeners) process.on('warning', listener);
    await rm(folder, { recursive: true, force: true });
  }
  const entries = lines.map(
    (line) => JSON.parse(line) as { from?: string; msg: string; err?: { message: string } },
  );
  expect(entries.some(({ from, msg }) => from === 'console' && msg.includes('Model attributes (id)'))).toBe(
    true,
  );
  expect(entries.some(({ err }) => err?.message === 'old and frail')).toBe(true);
});
