import { expect, it } from 'vitest';
import { createLogger } from '#server/log.ts';

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
