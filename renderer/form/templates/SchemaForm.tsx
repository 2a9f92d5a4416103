import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js';
import { type FieldPathList, toFieldPathId } from '@rjsf/utils';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { isObject } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { Presented } from '../present/index.ts';
import { registryFor } from './registry.ts';

/** One answer of the record: its keys from the record's root, and what it is now; undefined takes it away. */
type OnAnswer = (path: readonly string[], value: Json | undefined) => void;

type Props = { anchor: string; presented: Presented; value: Json; onAnswer: OnAnswer };

/**
 * One record rendered by RJSF's fields, without RJSF's form around them: the form keeps a copy of the whole record and
 * reports it after rendering, and so undoes later changes. A field reports its own answer and the path of it at once.
 */
export const SchemaForm = memo(function SchemaForm({ anchor, presented, value, onAnswer }: Props) {
  const registry = useMemo(() => registryFor(anchor), [anchor]);
  const root = useMemo(() => toFieldPathId('', registry.globalFormOptions), [registry]);
  const change = useLatestAnswer(onAnswer);
  return (
    <SchemaField
      name=""
      registry={registry}
      fieldPathId={root}
      schema={presented.schema}
      uiSchema={presented.uiSchema}
      formData={isObject(value) ? value : {}}
      onChange={change}
      onBlur={ignore}
      onFocus={ignore}
    />
  );
});

const ignore = (): void => undefined;

/** RJSF does not render a field again for another `onChange`: this one stays the same and calls the newest. */
function useLatestAnswer(onAnswer: OnAnswer): (value: unknown, path: FieldPathList) => void {
  const latest = useRef(onAnswer);
  useEffect(() => {
    latest.current = onAnswer;
  }, [onAnswer]);
  return useCallback((value, path) => latest.current(path.map(String), value as Json | undefined), []);
}
