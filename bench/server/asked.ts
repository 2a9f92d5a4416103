import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';
import type { Answered, Work } from './client.ts';

/** What a server has answered, and milliseconds that its process has worked for each answer. */
export type Load = Answered & { processor: number };

/** Lets people ask this process over and over, from another one. */
export async function loaded(work: Work): Promise<Load> {
  const used = process.cpuUsage();
  const child = spawn(process.execPath, [`${import.meta.dirname}/client.ts`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(work));
  const answered = (await json(child.stdout)) as Answered;
  const { user, system } = process.cpuUsage(used);
  return { ...answered, processor: (user + system) / 1000 / answered.count };
}
