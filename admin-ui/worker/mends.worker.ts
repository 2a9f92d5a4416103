import { mendsOf } from '../draft/model/mends.ts';
import type { MendsReply, MendsRequest } from './messages.ts';

/** Finds what the examples of a draft need: some seconds of work, beside the page. */
addEventListener('message', ({ data }: MessageEvent<MendsRequest>) => {
  const reply: MendsReply = mendsOf(data.published, data.files, data.changes);
  postMessage(reply);
});
