import type { sections as pattern } from '../zh-CN/sections.ts';

/** What is wrong with sections, their columns, slots and rules. */
export const sections: typeof pattern = {
  'empty-message': 'The rule says nothing to whoever breaks it',
  'row-limit.none': 'It does not say how many rows there may be: a table needs "maxItems"',
  'row-limit': '{rows} rows are more than the {most} that the engine takes',
  'rule-place.rows': 'Only a table has rows',
  'rule-place': 'There is no field at "{path}"',
  'rule-place.section': 'There is no field at "{path}" (section first)',
  'section-on-two-pages': 'Section "{id}" stands twice in this category',
  'misplaced-holds': 'Only a form, or a field of one that stands on its own, holds for the round or the case',
  'section-shape.form': 'A form needs a schema of type object',
  'section-shape.table': 'A table needs a schema of type array whose items are objects',
  'section-shape.no-schema': 'A section of kind "{kind}" has no schema',
  'section-shape.grid-only': 'Only a grid has "{key}"',
  'section-shape.grid-needs': 'A grid needs "{key}"',
  'section-shape.years': 'The years end before they begin, so that the grid has no columns',
  'section-shape.mark': 'Only a table or a grid can be marked',
  'section-shape.strike': 'Only the rows of a table can be struck',
  'slot-of-sheet': 'There is no sheet "{sheet}"',
  'slot-of-sheet.category': 'Category “{category}” does not print “{sheet}”',
  'slot-of-sheet.empty': '“{sheet}” shows no section of category “{category}”',
  'slot-shape.media': 'The engine takes no files of type "{type}"',
  'slot-shape.max': 'A slot takes at most {most} files',
  'slot-shape.rows': 'Only the rows of a table have slots',
  'slot-shape.at': 'There is no field at "{path}"',
  'unknown-cell': 'The grid has no cell type "{cell}"',
};
