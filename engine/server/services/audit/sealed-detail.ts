import { isObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type AuditRow, type Tx, trailKeys } from '#server/store/index.ts';

type Secrets = Services['secrets'];

/** Seals what a row says of a case under the case's own key, which is made when it is needed first. */
export async function sealDetail(
  secrets: Secrets,
  tx: Tx,
  caseId: string,
  personal: JsonObject,
): Promise<JsonObject> {
  const key =
    (await trailKeys.get(tx, caseId)) ?? (await trailKeys.keep(tx, { caseId, key: secrets.newKey() }));
  return { sealed: secrets.sealWith(key, personal) };
}

/**
 * How the details of these rows are read: what is sealed is opened; where its key went with the case, `destroyed`
 * stands in its place.
 */
export async function detailOpener(
  { db, secrets }: Pick<Services, 'db' | 'secrets'>,
  rows: AuditRow[],
): Promise<(row: Pick<AuditRow, 'subject' | 'detail'>) => JsonObject> {
  const subjects = new Set(rows.filter(({ detail }) => isSealed(detail)).map(({ subject }) => subject));
  const keys = new Map((await trailKeys.ofCases(db, [...subjects])).map(({ caseId, key }) => [caseId, key]));
  return ({ subject, detail }) => {
    if (!isSealed(detail)) return detail;
    const { sealed, ...open } = detail;
    const key = keys.get(subject);
    if (key === undefined) return { ...open, destroyed: true };
    const personal = secrets.openWith(key, sealed);
    return isObject(personal) ? { ...open, ...personal } : open;
  };
}

const isSealed = (detail: JsonObject): detail is JsonObject & { sealed: string } =>
  typeof detail.sealed === 'string';
