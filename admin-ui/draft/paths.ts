/** Where a room of a draft is found. */
export const draftPath = (id: string, room = 'changes'): string => `/policy/drafts/${id}/${room}`;
