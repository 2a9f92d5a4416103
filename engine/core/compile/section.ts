import { cellSchema, columnsOf, itemsOf, recordSchema, valueSchema } from '#core/form/index.ts';
import type {
  CompiledGridItem,
  CompiledRule,
  CompiledSection,
  CompiledSlot,
  GridItem,
  LogicScope,
  RuleDefinition,
  SectionDefinition,
  SlotDefinition,
} from '#core/model/index.ts';
import { compileFields, compileLists, compileOptional } from './fields.ts';
import { contentHash } from './hash.ts';
import { compileLogic } from './logic/index.ts';
import { planOf } from './plan.ts';
import { projectSchema } from './schema/index.ts';
import type { ValidatorSource } from './validators.ts';

/**
 * Compiles a section of a category; `written`: the same section as it is written, where this one is in another language.
 * Throws when it names a code list or a cell type that is not there.
 */
export function compileSection(
  section: SectionDefinition,
  scope: LogicScope,
  source: ValidatorSource,
  written?: CompiledSection,
): CompiledSection {
  const schema = projectSchema(section, scope);
  const columns = columnsOf(section, scope.cycle);
  const compiled = {
    definition: section,
    id: section.id,
    kind: section.kind,
    schema,
    shape: valueSchema(section, scope.cycle),
    ...source(schema, () => validatorKey(schema)),
    fields: compileFields(recordSchema(section), scope),
    lists: compileLists(recordSchema(section), scope),
    visible: compileOptional(section.visibleWhen, scope),
    readOnly: compileOptional(section.readOnlyWhen, scope),
    rules: compileRules(section.rules, scope),
    slots: (section.slots ?? []).map((slot) => compileSlot(slot, scope)),
    columns,
    ruleColumns: written?.columns ?? columns,
    items: itemsOf(section).map((item) => compileItem(section, item, scope)),
    timeZone: scope.timeZone,
  };
  return { ...compiled, plan: planOf(compiled) };
}

/** The name of a validator: sections with the same schema share one. */
function validatorKey(schema: CompiledSection['schema']): string {
  return `v${contentHash(schema).slice(0, 24)}`;
}

/** Rules that are switched off are left out. */
export function compileRules(rules: RuleDefinition[] | undefined, scope: LogicScope): CompiledRule[] {
  const enabled = (rules ?? []).filter((rule) => rule.enabled !== false);
  return enabled.map((definition) => ({
    definition,
    when: compileOptional(definition.when, scope),
    require: compileLogic(definition.require, scope),
  }));
}

function compileSlot(definition: SlotDefinition, scope: LogicScope): CompiledSlot {
  return {
    definition,
    id: definition.id,
    max: definition.max ?? 1,
    visible: compileOptional(definition.visibleWhen, scope),
    required: compileOptional(definition.requiredWhen, scope),
  };
}

function compileItem(section: SectionDefinition, item: GridItem, scope: LogicScope): CompiledGridItem {
  return {
    id: item.id,
    title: item.title,
    unit: item.unit,
    required: item.required === true,
    schema: cellSchema(section, item.cell, item.schema),
    visible: compileOptional(item.visibleWhen, scope),
    requiredWhen: compileOptional(item.requiredWhen, scope),
    derive: compileOptional(item.derive, scope),
  };
}
