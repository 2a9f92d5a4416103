// By their paths, since each is used by itself: the package's root brings along the form around them, with its state,
// its widgets and its layouts, and a test helper that asks for a validator which is not installed.
import BooleanField from '@rjsf/core/lib/components/fields/BooleanField.js';
import ObjectField from '@rjsf/core/lib/components/fields/ObjectField.js';
import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js';
import StringField from '@rjsf/core/lib/components/fields/StringField.js';
import { createSchemaUtils, englishStringTranslator, type Registry, type ValidatorType } from '@rjsf/utils';
import { rjsfWidgets } from './adapt.tsx';
import { Field } from './Field.tsx';
import { ListField } from './List.tsx';
import { ObjectGrid } from './ObjectGrid.tsx';

const unasked = (): never => {
  throw new Error('What is drawn has no conditions: RJSF has nothing to ask a validator.');
};

/** RJSF asks which branch of a condition holds. The schemas that it draws have none; the core decides and validates. */
const noValidator: ValidatorType = { validateFormData: unasked, isValid: unasked, rawValidation: unasked };

const schemaUtils = createSchemaUtils(
  noValidator,
  {},
  { emptyObjectFields: 'skipDefaults', arrayMinItems: { populate: 'never' } },
);

const Nothing = () => null;

/** Hints and problems are drawn by `Field`, which knows more of them than RJSF; what is not here, nothing asks for. */
const templates: Partial<Registry['templates']> = {
  FieldTemplate: Field,
  ObjectFieldTemplate: ObjectGrid,
  DescriptionFieldTemplate: Nothing,
  FieldHelpTemplate: Nothing,
  FieldErrorTemplate: Nothing,
};

/**
 * What RJSF draws a record with: its own fields, which walk the schema and carry each change to the top, and our
 * templates and widgets. Field ids are pointers that begin with `anchor`: `/basic/education/certNo`.
 */
export const registryFor = (anchor: string): Registry => ({
  fields: { ArrayField: ListField, BooleanField, ObjectField, SchemaField, StringField },
  widgets: rjsfWidgets,
  templates: templates as Registry['templates'],
  rootSchema: {},
  schemaUtils,
  formContext: {},
  translateString: englishStringTranslator,
  globalFormOptions: { idPrefix: anchor, idSeparator: '/', useFallbackUiForUnsupportedType: false },
});
