import { compileSchema, type SchemaError } from '#core/json-schema/index.ts';
import { actions, effects } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';
import { actionsIn } from '../../walk/transitions.ts';

const validators = new Map(
  [...actions, ...effects].map(([name, { params }]) => [name, compileSchema(params)]),
);

/** An action with parameters that it does not take. */
export const actionParams: Check = {
  code: 'action-params',
  run: ({ routes }) =>
    routes.flatMap(({ states, pointer }) =>
      states.flatMap(actionsIn).flatMap(({ type, params, pointer: at }) => {
        const errors = validators.get(type)?.errorsOf(params) ?? [];
        return errors.map((error) => ({
          at: `${pointer}${at}${error.instancePath === '' ? '' : `/params${error.instancePath}`}`,
          ...sentenceOf(type, error),
        }));
      }),
    ),
};

function sentenceOf(action: string, { keyword, params }: SchemaError): Pick<Finding, 'sentence' | 'params'> {
  if (keyword === 'additionalProperties')
    return {
      sentence: 'action-params.additional',
      params: { action, key: String(params.additionalProperty) },
    };
  if (keyword === 'required' || keyword === 'dependentRequired')
    return { sentence: 'action-params.required', params: { action, key: String(params.missingProperty) } };
  if (keyword === 'type')
    return { sentence: 'action-params.type', params: { action, wanted: [params.type].flat().map(String) } };
  return { sentence: 'action-params', params: { action, keyword } };
}
