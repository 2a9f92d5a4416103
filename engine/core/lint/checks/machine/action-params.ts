import { Ajv } from 'ajv';
import { actions, effects } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';
import { actionsIn } from '../../walk/transitions.ts';

const ajv = new Ajv({ allErrors: true, strict: false, ownProperties: true });
const validators = new Map([...actions, ...effects].map(([name, { params }]) => [name, ajv.compile(params)]));

/** An action with parameters that it does not take. */
export const actionParams: Check = {
  code: 'action-params',
  run: ({ routes }) =>
    routes.flatMap(({ states, pointer }) =>
      states.flatMap(actionsIn).flatMap(({ type, params, pointer: at }) => {
        const validate = validators.get(type);
        if (!validate || validate(params)) return [];
        return (validate.errors ?? []).map((error) => ({
          at: `${pointer}${at}${error.instancePath === '' ? '' : `/params${error.instancePath}`}`,
          message: `"${type}": ${error.message ?? error.keyword}${error.params.additionalProperty ? ` ("${error.params.additionalProperty}")` : ''}`,
        }));
      }),
    ),
};
