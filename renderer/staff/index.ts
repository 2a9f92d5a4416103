/** What every desk of staff stands in: the frame with the menu of their queues. */
export { firstQueue, groupsOf, type QueueView, queueOf, queuePath } from './menu.ts';
export { StaffFrame } from './StaffFrame.tsx';
