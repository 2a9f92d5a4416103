import type { fields as pattern } from '../zh-CN/fields.ts';

/** What is wrong with fields and how they are drawn. */
export const fields: typeof pattern = {
  'choice-shape.place':
    '"{key}" cannot stand on an object or list; what a list may hold stands in its "items"',
  'choice-shape.rival': 'A field has one list of choices: "{key}" cannot stand beside "{other}"',
  'choice-shape.type': 'The choice {value} is not {type:type}, and can never be made',
  'choice-shape.value': 'The choice {value} is there twice',
  'choice-shape.title': 'Two choices are called "{title}": nobody could tell them apart',
  'circular-field.derive': 'It is computed from itself in the end',
  'circular-field.visible': 'It is seen only when it has been answered, and nobody answers what is not seen',
  'crossed-bounds': '"{least}" {low} is above "{most}" {high}',
  'field-shape.type': 'It has no "type"',
  'field-shape.properties': 'The object has no "properties"',
  'field-shape.items': 'The list has no "items"',
  'field-shape.depth': '"{path}" is nested deeper than {most} levels',
  'field-shape.text': '"{word}" in "text" names no field of it',
  'misfit-value': 'This gives {found:shape}, and the field holds {wanted:shape}',
  'misplaced-blank': 'Only the cells of a grid have "blank"',
  'misplaced-condition': '"{key}" cannot stand inside a list or the cell of a grid',
  'never-visible': 'It can never be seen',
  'never-visible.required': 'It is required and can never be seen',
  'required-names-nothing': 'There is no field "{name}" to require',
  'reserved-name': '"{name}" is reserved and names no field',
  'reserved-name.path': '"{name}" cannot be the name of a field: no path could be written with it',
  'ui-names-nothing': 'There is no field at "{path}"',
  'ui-names-nothing.order': 'There is no field "{name}" to order',
  'unfit-widget.picker':
    'An organisation is chosen in registrations alone; in an application its id would be printed',
  'unfit-widget.type': 'Widget "{widget}" cannot draw {type:type}',
  'unfit-widget.choices':
    'Widget "{widget}" has nothing to offer: the field has no "code", "oneOf" or "enum"',
  'unfit-widget.option': 'Widget "{widget}" has no option "{option}"',
  'unknown-format': 'There is no format "{format}"',
  'unknown-format.text': 'Only text has a format',
  'unknown-widget': 'There is no widget "{widget}"',
  'oversized-choice': 'The fields of this section offer {count} codes together; at most {most}',
  'unsafe-pattern.text': 'A text with a pattern may have {most} characters at most, not {length}',
  'unsafe-pattern': 'The pattern {fault:pattern}',
};
