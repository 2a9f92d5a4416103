import { forgetful, type Memory } from '#core/memory/index.ts';
import type { CategoryDefinition, CompiledCategory, CompiledSection, LogicScope } from '#core/model/index.ts';
import { dependencies } from './affected.ts';
import { compileOptional } from './fields.ts';
import { partsOf } from './form-part.ts';
import { compileRules, compileSection } from './section.ts';
import { isCircular, orderSteps } from './steps.ts';
import type { ValidatorSource } from './validators.ts';

/**
 * Compiles a form with its sections; `written`: the same form as it is written, where this one is in another language.
 * Throws, naming the section, when one cannot be compiled.
 */
export function compileCategory(
  definition: CategoryDefinition,
  scope: LogicScope,
  source: ValidatorSource,
  written?: CompiledCategory,
  memory: Memory = forgetful,
): CompiledCategory {
  const sections = definition.sections.map((section) =>
    located(definition, section.id, () => {
      const own = written?.bySection[section.id];
      return memory.once(section, 'compiled', [scope, own], () =>
        compileSection(section, scope, source, own),
      );
    }),
  );
  const nodes = orderSteps(sections, scope);
  const form = { sections, bySheet: bySheet(sections), rules: compileRules(definition.rules, scope) };
  return {
    ...form,
    definition,
    bySection: indexed(sections),
    offered: compileOptional(definition.offeredWhen, scope),
    steps: nodes.map(({ step }) => step),
    isCircular: isCircular(nodes),
    affectedBy: dependencies(form, nodes, scope),
    partFor: partsOf(form, nodes),
  };
}

function indexed(sections: CompiledSection[]): Record<string, CompiledSection> {
  const index: Record<string, CompiledSection> = Object.create(null);
  for (const section of sections) index[section.definition.id] = section;
  return index;
}

function bySheet(sections: CompiledSection[]): Record<string, CompiledSection[]> {
  const index: Record<string, CompiledSection[]> = Object.create(null);
  for (const section of sections) {
    for (const sheet of new Set(section.definition.sheets)) index[sheet] = [...(index[sheet] ?? []), section];
  }
  return index;
}

function located<T>(category: CategoryDefinition, section: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Section '${section}' of category '${category.id}' does not compile: ${reason}`, {
      cause: error,
    });
  }
}
