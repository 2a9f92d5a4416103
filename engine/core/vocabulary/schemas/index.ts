import type { JsonObject } from '#core/model/index.ts';
import account from './account.json' with { type: 'json' };
import caseSchema from './case.json' with { type: 'json' };
import category from './category.json' with { type: 'json' };
import codes from './codes.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import demo from './demo.json' with { type: 'json' };
import edition from './edition.json' with { type: 'json' };
import expression from './expression.json' with { type: 'json' };
import fragment from './fragment.json' with { type: 'json' };
import locale from './locale.json' with { type: 'json' };
import manifest from './manifest.json' with { type: 'json' };
import programme from './programme.json' with { type: 'json' };
import roster from './roster.json' with { type: 'json' };
import route from './route.json' with { type: 'json' };
import section from './section.json' with { type: 'json' };
import sheet from './sheet.json' with { type: 'json' };

/** What each kind of file may say, as JSON Schema (draft 7), by kind of file. */
export const metaSchemas: Record<string, JsonObject> = {
  // the programme
  programme,
  demo,
  manifest,
  account,
  fragment,
  codes,
  expression,
  locale,
  // the cycle
  edition,
  category,
  section,
  route,
  sheet,
  roster,
  case: caseSchema,
};

/** What the meta-schemas share; they refer to it by its `$id`. */
export const commonSchema: JsonObject = common;

export { cyclesOf, type FileKind, identifyFile } from './folder.ts';
