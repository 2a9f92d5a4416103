import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { type Scanner, ScannerAway } from './scanner.ts';

/** Where clamd listens. */
export type ClamdAddress = { path: string } | { host: string; port: number };

/** It may have much to look at; nobody waits for ever. */
const ANSWER_MS = 60_000;
const LONGEST_ANSWER = 4096;

/** Asks clamd (`INSTREAM` of its protocol): the file travels over the socket, so clamd may run as anybody anywhere. */
export function openClamd(address: ClamdAddress, answerMs = ANSWER_MS): Scanner {
  return {
    async scan(read) {
      try {
        return verdictOf(await ask(address, read, answerMs));
      } catch (error) {
        throw error instanceof ScannerAway ? error : new ScannerAway(String(error));
      }
    },
  };
}

/** Throws ScannerAway for an answer that is no verdict: what was not scanned is not clean. */
function verdictOf(answer: string): string | null {
  if (answer === 'stream: OK') return null;
  const [, name] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  if (name === undefined) throw new ScannerAway(`clamd answered <${answer}>`);
  return name;
}

type Read = () => Promise<Readable>;

async function ask(address: ClamdAddress, content: Read, answerMs: number): Promise<string> {
  const socket = connect(address);
  socket.setTimeout(answerMs, () => socket.destroy(new ScannerAway('clamd did not answer in time')));
  try {
    const answer = read(socket);
    await Promise.all([send(socket, content).catch((error) => socket.destroy(error)), answer]);
    return await answer;
  } finally {
    socket.destroy();
  }
}

/** Chunks with their lengths before them; one without length is the end. */
async function send(socket: Socket, content: Read): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of (await content()) as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(socket, Buffer.concat([length, chunk]));
  }
  await write(socket, Buffer.alloc(4));
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** The answer up to its NUL. */
function read(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
      if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')));
      if (text.length > LONGEST_ANSWER) reject(new ScannerAway('clamd answered without an end'));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new ScannerAway('clamd hung up')));
  });
}
