/** Organisations, accounts, and the trail of what was done with them. */
import { flag, id, listOf, nullable, object, text, version, whole } from '../schema.ts';
import { bag } from './shared.ts';

export const organisation = object({
  id,
  name: text(),
  kind: text(),
  kindTitle: text(),
  path: listOf(text()),
  hasChildren: flag,
  selectable: flag,
});

export const organisationPage = object({ organisations: listOf(organisation), after: nullable(text()) });

export const accountPage = object({
  accounts: listOf(
    object({
      id,
      name: text(),
      username: text(),
      role: text(),
      roleTitle: text(),
      organisation: text(),
      organisationId: nullable(text()),
      organisationKind: nullable(text()),
      status: text(),
      statusTitle: text(),
      caseId: nullable(id),
      version,
      createdAt: text(),
    }),
  ),
  after: nullable(text()),
});

export const newUser = object({ id, username: text(), password: text(), 'organisation?': id });

export const auditPage = object({
  rows: listOf(
    object({
      seq: whole,
      at: text(),
      actorId: nullable(text()),
      actorName: text(),
      action: text(),
      subject: text(),
      subjectName: text(),
      detail: bag,
    }),
  ),
  after: nullable(text()),
});

export const auditVerification = object({
  ok: flag,
  firstBroken: nullable(whole),
  rows: whole,
  head: text(),
});
