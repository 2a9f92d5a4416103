import type { CompiledField, CompiledRule, CompiledSection, SectionPlan } from '#core/model/index.ts';
import { isAlwaysAsked } from './schema/index.ts';

/** Sorts a section's parts by what validation needs of them, so that a part without conditions costs nothing. */
export function planOf(section: Omit<CompiledSection, 'plan'>): SectionPlan {
  const { fields, items, slots, rules } = section;
  const inRows = section.kind === 'table';
  const isOfRow = (part: { definition: { per?: 'section' | 'row' | 'item' } }): boolean =>
    part.definition.per === 'row';
  return {
    ...sortedFields(fields),
    items: items.filter(({ visible, requiredWhen, derive }) => visible ?? requiredWhen ?? derive),
    slots: slots.filter((slot) => !isOfRow(slot)),
    rowSlots: slots.filter(isOfRow),
    prints: slots.filter((slot) => slot.definition.of !== undefined),
    // What is no table asks its rules of rows once.
    rules: rules.filter((rule) => !isOfItem(rule) && (!inRows || !isOfRow(rule))),
    rowRules: rules.filter((rule) => inRows && isOfRow(rule)),
    itemRules: rules.filter(isOfItem),
  };
}

const isOfItem = ({ definition }: CompiledRule): boolean => definition.per === 'item';

/** The fields of a record, or of the items of a list, by what validation asks of them. */
export function sortedFields(fields: CompiledField[]): Pick<SectionPlan, 'asked' | 'narrowed'> {
  return {
    asked: fields.filter(isAskedByCondition),
    narrowed: fields.filter(({ options, disabled }) => options !== undefined || disabled.length > 0),
  };
}

/** The schema does not decide whether the field must be answered. */
function isAskedByCondition(field: CompiledField): boolean {
  return field.required !== undefined || (field.listed && !isAlwaysAsked(field.schema));
}
