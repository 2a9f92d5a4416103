import type { hints as pattern } from '../zh-CN/hints.ts';

/** What would mend it. */
export const hints: typeof pattern = {
  meant: '"{word}" may be meant',
  folder: 'See "definitions/README.md", section 1',
  id: 'Write "id": "{id}"',
  manifest: 'Once the folder is as it should be: npx shenbao manifest DIR',
  format: 'npx shenbao format DIR',
  condition: 'Write an operator, such as { "==": [ … ] }, or true without quotes',
  expression: 'Make it an expression and use it',
  get: 'A computed key is read with "get"',
  blank: 'Write "none"',
  none: 'Where it may be empty, write "none": "none", where it may not, "minItems": 1',
  list: 'Make the list a table section, or put the condition on the list or the item',
  picker: 'Take a code list, or a text',
  kinds: 'In "programme.json" the "kinds" of the role say where it may be held',
  kindForm: 'In "programme.json" the kind says "form": "{form}", or the field offers only the kinds that do',
  zone: 'As in the list of IANA: "Asia/Shanghai", "Europe/London", "UTC"',
  final: 'Write "type": "final" where it is the end',
  login: 'A registration is handed in as it is made: begin at a desk, or give the state "login": true',
  valid: 'Give the event by which people hand in "requiresValid": true',
  self: 'On an account route "self" is the organisation under which it registers',
  current: 'Give a queue "holds": "current", or name one in "meta.queues" of the state',
  when: 'Write "when", such as { "answered": … }; what only must be answered is "required"',
  transitions: 'Write two transitions, the first with "when"',
  rows: 'Rows of a table are named by number, the first is 0: "/study/0/period"',
  oneText: 'What "{part}" is asked of is one text already: print it without ".{part}"',
};
