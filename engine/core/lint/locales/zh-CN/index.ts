import { categories } from './categories.ts';
import { codes } from './codes.ts';
import { examples } from './examples.ts';
import { expressions } from './expressions.ts';
import { facts } from './facts.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { hints } from './hints.ts';
import { languages } from './languages.ts';
import { locations } from './locations.ts';
import { machine } from './machine.ts';
import { programme } from './programme.ts';
import { routes } from './routes.ts';
import { sections } from './sections.ts';
import { sheets } from './sheets.ts';
import { terms } from './terms.ts';

/** In Chinese. */
export const zhCN = {
  sentences: {
    ...files,
    ...expressions,
    ...facts,
    ...fields,
    ...sections,
    ...categories,
    ...codes,
    ...programme,
    ...routes,
    ...machine,
    ...sheets,
    ...examples,
    ...languages,
  },
  hints,
  locations,
  terms,
};
