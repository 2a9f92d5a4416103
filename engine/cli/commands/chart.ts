import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chart } from '#chart/index.ts';
import { openRoute } from './open-route.ts';

const usage = 'chart DIR --route ID [--chart ID] -o OUT.svg [--cycle ID]';

/** Draws one of a route's charts, the first where none is named. */
export const chartCommand = {
  name: 'chart',
  usage,
  run: async (args: string[]): Promise<number> => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        route: { type: 'string' },
        chart: { type: 'string' },
        cycle: { type: 'string' },
        out: { type: 'string', short: 'o' },
      },
    });
    const [folder] = positionals;
    if (!folder || !values.route || !values.out) return misused();
    const { edition, route } = await openRoute(folder, values.route, values.cycle);
    const charts = route.definition.charts ?? [];
    const chosen = values.chart === undefined ? charts[0] : charts.find((one) => one.id === values.chart);
    if (!chosen)
      throw new Error(
        `Route "${values.route}" has no such chart; it has ${charts.map((one) => one.id).join(', ') || 'none'}`,
      );
    await writeFile(values.out, chart(edition, route.definition.id, chosen));
    console.log(`${chosen.title} -> ${values.out}`);
    return 0;
  },
};

function misused(): number {
  console.error(`usage: shenbao ${usage}`);
  return 2;
}
