import { setup } from 'xstate';
import type { JsonObject } from '#core/model/index.ts';
import type { Check } from '../../context.ts';
import { unknownTarget } from './unknown-target.ts';

/** A machine that XState itself will not take. */
export const refusedMachine: Check = {
  code: 'refused-machine',
  run: (context) =>
    unknownTarget.run(context).length > 0
      ? []
      : context.routes.flatMap(({ route, pointer }) => {
          const refusal = refusalOf(route.machine as JsonObject);
          return refusal === undefined
            ? []
            : [{ at: `${pointer}/machine`, params: { detail: JSON.stringify(refusal) } }];
        }),
};

const machineSetup = setup({ guards: { rule: () => true } });

function refusalOf(config: JsonObject): string | undefined {
  try {
    machineSetup.createMachine(structured(config)).definition;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : String(error);
  }
}

/** XState keeps notes in what it is given; the definition must stay as it is. */
function structured(config: JsonObject): Parameters<typeof machineSetup.createMachine>[0] {
  return JSON.parse(JSON.stringify(config));
}
