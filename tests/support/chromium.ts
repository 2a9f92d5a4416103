import { existsSync } from 'node:fs';

/** The Chromium of this machine; undefined where there is none. */
export function chromiumPath(): string | undefined {
  const given = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return existsSync(given) ? given : undefined;
}
