/** The frame of every staff desk: the menu of their queues. */
export { firstQueue, groupsOf, type QueueView, queueOf, queuePath, refOf, titleOf } from './menu.ts';
export { StaffFrame } from './StaffFrame.tsx';
