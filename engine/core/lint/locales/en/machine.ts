import type { machine as pattern } from '../zh-CN/machine.ts';

/** What is wrong with the states and transitions of routes. */
export const machine: typeof pattern = {
  'action-params': 'The parameters of "{action}" do not fit ("{keyword}")',
  'action-params.additional': '"{action}" has no parameter "{key}"',
  'action-params.required': '"{action}" lacks the parameter "{key}"',
  'action-params.type': 'The parameter of "{action}" must be {wanted:type}',
  'conditional-action': '"{action}" happens always or never',
  'dead-end-state': 'Nothing leads out of this state',
  'refused-machine': 'The machine cannot run: {detail}',
  'shadowed-transition': 'A transition before it has no guard and always fires',
  'shadowed-transition.same': 'A transition before it has the same guard',
  'stuck-desk': '{desks} holds this state and can do nothing there',
  'transition-without-by': 'This transition does not say in "meta.by" who may fire it',
  'two-guards': 'The transition has "when" and "guard"; say in one of them what must hold',
  'unattended-start': 'Cases begin here, and "{key}" does not happen at the beginning',
  'unknown-action': 'There is no action "{action}"',
  'unknown-action.account': '"{action}" belongs to routes of accounts',
  'unknown-action.application': '"{action}" belongs to routes of applications',
  'unknown-target': 'There is no state "{target}" to go to',
  'unknown-target.none': 'It does not say in which state it begins',
  'unknown-target.initial': 'It begins in "{initial}", which is not there',
  'unreachable-state': 'No case can come to this state',
  'write-target.section': 'No category of this route has a section "{section}"',
  'write-target.field': 'Section "{section}" has no field "{field}"',
};
