/** A server that dies while it erases its second application: it was written, and not committed. */
import { openServer } from '#server/app.ts';
import type { Config } from '#server/config.ts';
import { createLogger } from '#server/log.ts';
import { onChange } from '#server/store/index.ts';

const [settings = '{}', at = ''] = process.argv.slice(2);
const config = JSON.parse(settings) as Config;
const erased = new Set<string>();
const server = await openServer({ config, log: createLogger(config), clock: () => new Date(at) });
onChange(server.services.db, ({ table, act, id }) => {
  if (table === 'cases' && act === 'delete' && id !== null) erased.add(id);
  if (erased.size === 2) process.kill(process.pid, 'SIGKILL');
});
