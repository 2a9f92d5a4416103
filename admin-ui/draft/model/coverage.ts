import type { CaseDefinition, CompiledEdition } from '#core/model/index.ts';
import { openCase, rulesReached } from '#core/validate/index.ts';
import type { RuleEntry } from './rules.ts';

/** What cases say of a rule: none applies it, none breaks it, none keeps it. */
export type Gap = { entry: RuleEntry; lacks: 'unreached' | 'neverBroken' | 'neverHeld' };

type Branches = { held: boolean; broken: boolean };

const keyOf = (form: string, section: string | null, rule: string): string =>
  `${form} ${section ?? ''} ${rule}`;

/** Runs the cases one by one and gives, in the end, what they leave out; between them the page can do something else. */
export async function findGaps(
  edition: CompiledEdition,
  rules: readonly RuleEntry[],
  breathe: () => Promise<void>,
): Promise<Gap[]> {
  const reached = new Map<string, Branches>();
  for (const example of edition.definition.cases) {
    count(edition, example, reached);
    await breathe();
  }
  return rules
    .filter(({ rule }) => rule.enabled !== false)
    .flatMap((entry) => {
      const lacks = lackOf(branchesOf(entry, reached));
      return lacks === undefined ? [] : [{ entry, lacks }];
    });
}

function count(edition: CompiledEdition, example: CaseDefinition, reached: Map<string, Branches>): void {
  const { application, facts } = openCase(edition, example, edition.definition.cases);
  for (const { section, rule, broken } of rulesReached(edition, application, facts)) {
    const key = keyOf(application.category, section, rule);
    const before = reached.get(key) ?? { held: false, broken: false };
    reached.set(key, { held: before.held || !broken, broken: before.broken || broken });
  }
}

/** A rule is written once and counts once, whichever of its forms a case is of. */
function branchesOf({ forms, scope, rule }: RuleEntry, reached: ReadonlyMap<string, Branches>): Branches {
  const found = forms.flatMap(({ id }) => reached.get(keyOf(id, scope.section?.id ?? null, rule.id)) ?? []);
  return { held: found.some(({ held }) => held), broken: found.some(({ broken }) => broken) };
}

function lackOf({ held, broken }: Branches): Gap['lacks'] | undefined {
  if (!held && !broken) return 'unreached';
  if (!broken) return 'neverBroken';
  return held ? undefined : 'neverHeld';
}
