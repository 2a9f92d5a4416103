import type { routes as pattern } from '../zh-CN/routes.ts';

/** What is wrong with the desks, events and queues of routes. */
export const routes: typeof pattern = {
  'batch-shape.blockers': 'There is no aggregate "{aggregate}"',
  'batch-shape.message': '"{word}" names no aggregate',
  'batch-shape.either': 'An aggregate either counts or sums',
  'batch-shape.sum': 'There is no field at "{path}"',
  'batch-shape.number': 'Only numbers can be added up, "{path}" is none',
  'batch-shape.category': 'No category "{category}" goes this route',
  'batch-shape.tag': 'No state carries the tag "{tag}"',
  'desk-finder.ways': 'A desk is found in exactly one way: self, ancestor or child',
  'desk-finder.of': 'It does not say of which desk it is a child',
  'desk-finder.circle': 'The desk is found from itself in the end',
  'locked-out-applicant': 'The applicant holds this state and cannot log in there',
  'unchecked-answers': 'No event asks for valid answers, so that anything can be handed in',
  'unguarded-desk': 'Nobody may hold desk “{desk}”, and no guard asks for "desks.{id}"',
  'unguarded-desk.start': 'Registrations begin here, and nobody may hold desk “{desk}”',
  'unknown-desk': 'The route has no desk "{desk}"',
  'unknown-desk.of-route': 'Route “{route}” has no desk "{desk}"',
  'unknown-event': 'Event "{event}" is not declared in "events"',
  'unknown-queue': 'The route has no queue "{queue}"',
  'unused-event': 'No state answers to this event',
  'unused-route': 'No category goes this route',
};
