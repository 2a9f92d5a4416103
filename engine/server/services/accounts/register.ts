import { keepUnwritable, registeredKind, resolveAnswers } from '#core/evaluate/index.ts';
import type {
  AccountBinding,
  Application,
  CompiledCategory,
  CompiledEdition,
  Facts,
  Json,
  JsonObject,
} from '#core/model/index.ts';
import type { Created, Registration } from '#core/model/wire/index.ts';
import { normaliseSection } from '#core/normalise/index.ts';
import { checkShape, evaluateAndValidate } from '#core/validate/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { applies, kindOf, serves, textAt, timesOf, withRowIds } from '#server/services/case/index.ts';
import { answerHashOf, checkPassword, checkQuestion, counted } from '#server/services/entry/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure, invalid, notFound } from '#server/services/ground/index.ts';
import { cases, inTransaction, type Organisation, organisations, type Tx } from '#server/store/index.ts';
import { attributesOf, type Credentials, createAccount } from './accounts.ts';

const HOUR = 3600;

type NewRegistration = Omit<Registration, 'proof'> & { address: string };

/**
 * Registers an organisation or a person: everything is created in one transaction and waits for approval.
 * Throws: not-found for a form that there is not, `password-policy`, `invalid` with problems, `parent-unavailable`,
 * `username-taken`, `unique-taken`, `too-many`. The human check comes before this: see `spendProof`.
 */
export function register(services: Services, registration: NewRegistration): Promise<Created> {
  const limit = { most: services.registrationsPerHour, seconds: HOUR };
  return counted(services, `register:${registration.address}`, limit, () => enrol(services, registration));
}

async function enrol(services: Services, registration: NewRegistration): Promise<Created> {
  const edition = await services.editions.current();
  const form = accountForm(edition, registration.form);
  checkPassword(edition.definition.programme, registration.password, registration.username);
  checkQuestion(edition, registration.question);
  const sections = await checkedAnswers(services, edition, form, registration.sections);
  const credentials = await credentialsOf(services, registration);
  return inTransaction(services.db, async (tx) => {
    const kind = registeredKind(edition.definition, form.category.definition, sections);
    const parent = await lockParent(tx, edition, form, { kind, sections });
    const record = await createAccount(services, tx, {
      ...form,
      edition,
      parent,
      kind,
      sections,
      credentials,
    });
    await recordAudit(services, tx, null, {
      action: 'register',
      subject: record.id,
      detail: { form: registration.form, under: parent.id },
    });
    return { id: record.id };
  });
}

type Form = { category: CompiledCategory; binding: AccountBinding };

/** An account form of the edition. Throws not-found where there is none of this id. */
function accountForm(edition: CompiledEdition, id: string): Form {
  const category = edition.categories[id];
  const binding = category?.definition.account;
  if (!category || !binding) throw notFound();
  return { category, binding };
}

/** The answers as they are stored: registering is handing in, so hidden ones are left out. Evidence cannot be asked for before there is an account that it could belong to. */
async function checkedAnswers(
  services: Services,
  edition: CompiledEdition,
  form: Form,
  sent: JsonObject,
): Promise<JsonObject> {
  const { category } = form;
  const unknown = Object.keys(sent).some((id) => !category.bySection[id]);
  if (unknown) throw new Failure('invalid', 'bad-request');
  const withIds = mapSections(category, (section) =>
    withRowIds(
      section,
      normaliseSection(section, sent[section.definition.id] ?? empty(section.definition.kind)),
    ),
  );
  const shape = category.sections.flatMap((section) =>
    checkShape(edition, section, withIds[section.definition.id] ?? null),
  );
  if (shape.some((problem) => problem.severity === 'block')) throw invalid(shape);
  const application: Application = {
    category: category.definition.id,
    sections: withIds,
    files: [],
    strikes: [],
  };
  const facts: Facts = {
    applicant: {},
    unit: unitAsFilled(edition, form, withIds),
    desks: {},
    ...(await timesOf(services, services.db, edition)),
  };
  const found = evaluateAndValidate(edition, application, facts);
  const problems = found.problems.filter((problem) => !problem.code.startsWith('evidence'));
  if (problems.some((problem) => problem.severity === 'block')) throw invalid(problems);
  const kept = mapSections(category, (section) =>
    keepUnwritable(section, undefined, withIds[section.definition.id], 'applicant', found.evaluation),
  );
  return resolveAnswers(edition, { ...application, sections: kept }, facts).values;
}

const empty = (kind: string): Json => (kind === 'table' ? [] : {});

function mapSections(
  category: CompiledCategory,
  make: (section: CompiledCategory['sections'][number]) => Json,
): JsonObject {
  return Object.fromEntries(category.sections.map((section) => [section.definition.id, make(section)]));
}

/** What rules of the form read as `unit` before the organisation exists. */
function unitAsFilled(
  { definition }: CompiledEdition,
  { category, binding }: Form,
  sections: JsonObject,
): JsonObject {
  if (binding.makes === 'person') return {};
  return {
    ...attributesOf(binding, sections),
    kind: registeredKind(definition, category.definition, sections) ?? '',
    name: textAt(sections, binding.name),
  };
}

/**
 * The organisation to register under, held until the end of the transaction: it and its own registration are locked,
 * so that it cannot be frozen, deleted or moved meanwhile. Throws `parent-unavailable`.
 */
async function lockParent(
  tx: Tx,
  edition: CompiledEdition,
  { binding }: Form,
  { kind, sections }: { kind: string | null; sections: JsonObject },
): Promise<Organisation> {
  const chosen = await organisations.get(tx, textAt(sections, binding.parent));
  if (chosen?.caseId) await cases.lock(tx, chosen.caseId);
  const parent = chosen && (await organisations.lock(tx, chosen.id));
  if (!parent || !(await serves(tx, parent)) || !takes(edition, parent, binding, kind))
    throw new Failure('conflict', 'parent-unavailable');
  return parent;
}

/** May a person, or an organisation of this kind, register under it? */
function takes(
  edition: CompiledEdition,
  parent: Organisation,
  { makes }: AccountBinding,
  kind: string | null,
): boolean {
  if (makes === 'person') return applies(edition, parent);
  return kindOf(edition, kind ?? '')?.parents.includes(parent.kind) ?? false;
}

async function credentialsOf(
  services: Services,
  { username, password, question, answer }: NewRegistration,
): Promise<Credentials> {
  const passwordHash = await services.hasher.hash(password);
  const answerHash = await answerHashOf(services, answer);
  return { username, passwordHash, question, answerHash, mustChangePassword: false };
}
