import type { Check } from '../../context.ts';
import { attestNamesNothing } from './attest-names-nothing.ts';
import { cssRefused } from './css-refused.ts';
import { foreignFace } from './foreign-face.ts';
import { frozenNowhere } from './frozen-nowhere.ts';
import { organisationColumn } from './organisation-column.ts';
import { rosterShape } from './roster-shape.ts';
import { settingGroup } from './setting-group.ts';
import { sheetFit } from './sheet-fit.ts';
import { sheetOnNoCategory } from './sheet-on-no-category.ts';
import { sheetPaper } from './sheet-paper.ts';
import { templateField } from './template-field.ts';
import { templateRefused } from './template-refused.ts';
import { templateSyntax } from './template-syntax.ts';
import { unreadSetting } from './unread-setting.ts';

/** Sheets and rosters. One check a file, one line here. */
export const sheets: Check[] = [
  templateSyntax,
  templateRefused,
  templateField,
  unreadSetting,
  settingGroup,
  cssRefused,
  foreignFace,
  sheetOnNoCategory,
  sheetPaper,
  sheetFit,
  attestNamesNothing,
  frozenNowhere,
  rosterShape,
  organisationColumn,
];
