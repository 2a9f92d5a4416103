import type { Json, JsonObject } from '#core/model/index.ts';
import type { Difference } from '../diff/differences.ts';
import type { Editor } from '../editor/editor.ts';
import type { Reading } from '../find/parts.ts';
import type { Titles } from '../find/titles.ts';
import type { Change, Parameters } from '../model.ts';
import type { ParameterName, ParametersOf } from './parameters.ts';
import { parameterSchema } from './parameters.ts';

/** What a kind of change is: its parameters, what it does, how it is read, where it is recognised. */
export type Kind = {
  kind: string;
  /** The JSON Schema of a change of this kind, `kind` and `reason` included. */
  schema: JsonObject;
  /** It says every byte that it changes itself: translations do not follow. */
  isExact?: true;
  /** Makes the change. Throws ChangeRefused where it cannot be made. */
  make(editor: Editor, change: Parameters): void;
  /** The key of its sentence where it has several, and the words in it. */
  words(change: Parameters, titles: Titles, files: Reading): Words;
  /** The changes of this kind that may make this difference. */
  recognise?(difference: Difference): Change[];
};

/** `form`: which of several sentences. */
export type Words = { form?: string; [name: string]: Json | undefined };

type Definition<R extends ParameterName, O extends ParameterName> = {
  required: readonly R[];
  optional?: readonly O[];
  isExact?: true;
  make(editor: Editor, change: ParametersOf<R, O>): void;
  words(change: ParametersOf<R, O>, titles: Titles, files: Reading): Words;
  recognise?(difference: Difference): ParametersOf<R, O> | ParametersOf<R, O>[] | undefined;
};

/**
 * A kind of change, of parameters that `parameters.ts` describes. What has passed its schema is what the types say:
 * `apply` reads it before anything here is called.
 */
export function defineKind<R extends ParameterName, O extends ParameterName = never>(
  kind: string,
  definition: Definition<R, O>,
): Kind {
  const { required, optional = [], isExact, make, words, recognise } = definition;
  return {
    kind,
    schema: parameterSchema(kind, required, optional),
    ...(isExact && { isExact }),
    make: (editor, change) => make(editor, change as ParametersOf<R, O>),
    words: (change, titles, files) => words(change as ParametersOf<R, O>, titles, files),
    ...(recognise && {
      recognise: (difference: Difference) => {
        const found = recognise(difference);
        if (found === undefined) return [];
        const all: JsonObject[] = Array.isArray(found) ? found : [found];
        return all.map((one) => ({ kind, ...one }));
      },
    }),
  };
}
