import { unconfirmed } from '#core/lint/index.ts';
import type { CompiledEdition } from '#core/model/index.ts';
import type { PolicyView } from '#core/model/wire/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { editions } from '#server/store/index.ts';

/** What policy staff see of the programme: its editions, and of the serving one the forms, charts and open questions. */
export async function policyView(services: Services): Promise<PolicyView> {
  const edition = await services.editions.current();
  const { programme, edition: settings } = edition.definition;
  const kept = await editions.list(services.db, programme.id);
  return {
    serving: edition.hash,
    cycle: settings.cycle.title,
    editions: kept.map(({ hash, cycle, status, publishedAt }) => ({ hash, cycle, status, publishedAt })),
    forms: formsOf(edition),
    charts: chartsOf(edition),
    unconfirmed: unconfirmed(edition.definition).map(({ place, source }) => ({ place, source })),
  };
}

function formsOf(edition: CompiledEdition): PolicyView['forms'] {
  return Object.values(edition.categories).map(({ definition, sections, rules }) => ({
    id: definition.id,
    title: definition.title,
    makesAccount: definition.account !== undefined,
    sections: sections.map((section) => ({
      title: section.definition.title,
      kind: section.definition.kind,
      limit: section.definition.schema?.maxItems ?? null,
      items: section.items.length,
      rules: section.rules.length,
      slots: section.slots.length,
    })),
    rules: rules.length,
  }));
}

function chartsOf(edition: CompiledEdition): PolicyView['charts'] {
  return Object.values(edition.routes).flatMap(({ definition }) =>
    (definition.charts ?? []).map(({ id, title }) => ({ route: definition.id, chart: id, title })),
  );
}
