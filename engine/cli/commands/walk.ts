import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openRoute } from './open-route.ts';
import { type WalkScript, walkEvents } from './walk-events.ts';

const usage = 'walk DIR --route ID EVENTS.json [--cycle ID]';

/** Walks a case through a route, event by event, and prints where it stands after each. */
export const walkCommand = {
  name: 'walk',
  usage,
  run: async (args: string[]): Promise<number> => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { route: { type: 'string' }, cycle: { type: 'string' } },
    });
    const [folder, file] = positionals;
    if (!folder || !file || !values.route) {
      console.error(`usage: shenbao ${usage}`);
      return 2;
    }
    const { edition, route } = await openRoute(folder, values.route, values.cycle);
    const script = JSON.parse(await readFile(file, 'utf8')) as WalkScript;
    let refused = 0;
    for (const step of walkEvents(edition, route, script)) {
      console.log(step.lines.join('\n'));
      if (step.refused) refused += 1;
    }
    return refused === 0 ? 0 : 1;
  },
};
