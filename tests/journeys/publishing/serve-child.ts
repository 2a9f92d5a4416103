/** A server in a process of its own, whose clock its test sets and which its test kills. */
import { openServer } from '#server/app.ts';
import type { Config } from '#server/config.ts';
import { createLogger } from '#server/log.ts';

const [settings = '{}', at = ''] = process.argv.slice(2);
const config = JSON.parse(settings) as Config;
let now = new Date(at);
process.on('message', (next) => {
  now = new Date(String(next));
  process.send?.('set');
});
const server = await openServer({ config, log: createLogger(config), clock: () => now });
await server.listen();
process.send?.('listening');
