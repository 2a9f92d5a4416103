import type { Check } from '../../context.ts';
import { accountBinding } from './account-binding.ts';
import { cycleDates } from './cycle-dates.ts';
import { kindField } from './kind-field.ts';
import { nobodyMay } from './nobody-may.ts';
import { organisationGroup } from './organisation-group.ts';
import { organisationTree } from './organisation-tree.ts';
import { quotaOverLimit } from './quota-over-limit.ts';
import { retentionYears } from './retention-years.ts';
import { timeZone } from './time-zone.ts';
import { titleNamesNothing } from './title-names-nothing.ts';
import { unknownKind } from './unknown-kind.ts';

/** The programme, its organisations and its cycle. One check a file, one line here. */
export const programme: Check[] = [
  organisationTree,
  organisationGroup,
  unknownKind,
  accountBinding,
  kindField,
  nobodyMay,
  timeZone,
  quotaOverLimit,
  cycleDates,
  retentionYears,
  titleNamesNothing,
];
