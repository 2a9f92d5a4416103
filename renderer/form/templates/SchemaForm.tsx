// Not from the package's root: that also loads a test helper, which asks for a validator that nobody here uses.

import withTheme from '@rjsf/core/lib/withTheme.js';
import type { ValidatorType } from '@rjsf/utils';
import { memo, useMemo } from 'react';
import { isObject } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { Presented } from '../present/index.ts';
import { rjsfWidgets } from './adapt.tsx';
import { AnswerContext, answering, type OnAnswer } from './answer.ts';
import { Field } from './Field.tsx';
import { List, ListItem } from './List.tsx';
import { ObjectGrid } from './ObjectGrid.tsx';

const ThemedForm = withTheme({
  widgets: rjsfWidgets,
  templates: {
    FieldTemplate: Field,
    ObjectFieldTemplate: ObjectGrid,
    ArrayFieldTemplate: List,
    ArrayFieldItemTemplate: ListItem,
  },
});

/** RJSF asks for a validator; the core validates, so this one finds nothing. */
const silent: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: () => true,
  rawValidation: () => ({ errors: [] }),
};

const defaults = { emptyObjectFields: 'skipDefaults', arrayMinItems: { populate: 'never' } } as const;

type Props = { anchor: string; presented: Presented; value: Json; onAnswer: OnAnswer };

/**
 * One record drawn by RJSF. Field ids are pointers that begin with `anchor`: `/basic/education/certNo`. RJSF draws
 * what it is given and never reports the record: it would report the whole of it as it was rendered last, and so undo
 * later changes. Fields report their own answer, see `useAnswer`.
 */
export const SchemaForm = memo(function SchemaForm({ anchor, presented, value, onAnswer }: Props) {
  const put = useMemo(() => answering(anchor, onAnswer), [anchor, onAnswer]);
  return (
    <AnswerContext value={put}>
      <ThemedForm
        tagName="div"
        idPrefix={anchor}
        idSeparator="/"
        schema={presented.schema}
        uiSchema={presented.uiSchema}
        formData={isObject(value) ? value : {}}
        validator={silent}
        noValidate
        showErrorList={false}
        experimental_defaultFormStateBehavior={defaults}
      />
    </AnswerContext>
  );
});
