import type { programme as pattern } from '../zh-CN/programme.ts';

/** What is wrong with the programme, its organisations and its cycle. */
export const programme: typeof pattern = {
  'account-binding.role': 'There is no role "{role}"',
  'account-binding.field': 'The form has no field at "{path}"',
  'account-binding.widget': 'The field at "{path}" must have the widget "organisation"',
  'account-binding.required': 'The field at "{path}" must be required',
  'account-binding.no-kind': 'No kind of organisation has "{form}" as its "form"',
  'account-binding.kinds':
    '{kinds} register by this form: "kind" must point to the field that tells them apart',
  'cycle-dates': '"{text}" is no date',
  'cycle-dates.crossed': 'The cycle closes before it opens',
  'cycle-dates.no-grace': 'Returned cases would close before all others',
  'cycle-dates.two-graces': 'Say "returnedUntil" or "returnedDays", not both',
  'kind-field': '"{kind}" is no kind of organisation',
  'kind-field.form': 'The kind “{kind}” can be chosen here, and does not register by this form',
  'nobody-may.apply': 'No role has the ability "apply"',
  'nobody-may.from': 'People apply from no kind of organisation: none has "applies"',
  'nobody-may.register':
    'Role “{role}” cannot be held at the kind “{kind}”, whose people this form registers',
  'nobody-may.desk':
    'Nobody at the kind “{kind}” may act at this desk: no role there has the ability "{ability}"',
  'nobody-may.chart': 'Nobody applies from the kind “{kind}”',
  'organisation-tree.form': 'There is no registration form of organisations "{form}"',
  'organisation-tree.parents': 'This kind registers, and does not say under whom',
  'organisation-tree.never':
    'No organisation of this kind can come to be: it is neither seeded, registered nor created',
  'organisation-tree.above': 'There is no organisation "{parent}" before this one',
  'organisation-tree.misplaced': 'Organisations of this kind do not stand under "{parent}"',
  'quota-over-limit': 'The server takes at most {most} bytes',
  'retention-years': 'Answers are retained for {least} to {most} years, not for {years}',
  'time-zone': 'There is no time zone "{zone}"',
  'title-names-nothing': 'Nothing without a title of its own is read as "{path}": this title is never used',
  'organisation-group': 'Kind "{kind}" stands in an earlier group already',
  'organisation-group.id': 'There is another group "{id}"',
  'unknown-kind': 'There is no kind of organisation "{kind}"',
};
