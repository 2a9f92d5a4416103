import { parseArgs } from 'node:util';
import { readJson } from '../answers.ts';
import { type Command, misused } from '../command.ts';
import { checkFileShape } from '../file-shape.ts';
import { openRoute } from '../open-route.ts';
import { type WalkScript, walkEvents } from './events.ts';

const usage = 'walk DIR --route ID EVENTS.json [--cycle ID]';

/** Walks a case through a route, event by event, and prints where it stands after each. */
export const walkCommand: Command = {
  name: 'walk',
  usage,
  run: async (args: string[]): Promise<number> => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { route: { type: 'string' }, cycle: { type: 'string' } },
    });
    const [folder, file] = positionals;
    if (!folder || !file || !values.route) return misused(walkCommand);
    const { edition, route } = await openRoute(folder, values.route, values.cycle);
    const { locale } = edition.definition.programme;
    const script = await readJson(file, locale);
    checkFileShape(file, script, 'walk', locale);
    let refused = 0;
    for (const step of walkEvents(edition, route, script as unknown as WalkScript)) {
      console.log(step.lines.join('\n'));
      if (step.refused) refused += 1;
    }
    return refused === 0 ? 0 : 1;
  },
};
