/** The frame of every staff desk: the menu of their queues. */
export { firstQueue, groupsOf, type QueueView, queueOf, queuePath } from './menu.ts';
export { StaffFrame } from './StaffFrame.tsx';
