import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chart } from '#chart/index.ts';
import { CommandError } from '../error.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { type Command, misused } from './command.ts';
import { openRoute } from './open-route.ts';

const usage = 'chart DIR --route ID [--chart ID] -o OUT.svg [--cycle ID]';

/** Draws one of a route's charts, the first where none is named. */
export const chartCommand: Command = {
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
    if (!folder || !values.route || !values.out) return misused(chartCommand);
    const { edition, route } = await openRoute(folder, values.route, values.cycle);
    const { locale } = edition.definition.programme;
    const charts = route.definition.charts ?? [];
    const chosen = values.chart === undefined ? charts[0] : charts.find((one) => one.id === values.chart);
    if (!chosen)
      throw new CommandError('noChart', { route: values.route, known: charts.map(({ id }) => id) }, locale);
    await writeFile(values.out, chart(edition, route.definition.id, chosen));
    console.log(sentenceOf('charted', cliWords(locale), { title: chosen.title, file: values.out }));
    return 0;
  },
};
