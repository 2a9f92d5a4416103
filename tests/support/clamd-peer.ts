import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The test file of EICAR, in two parts: a scanner of this repository's copy is not to find it here. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A picture of one point with something more in it. */
export const pictureWith = (more: string): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\0\0\0\0', 'latin1'),
    Buffer.from(more),
    Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1'),
  ]);

const COMMAND = 'zINSTREAM\0';

/**
 * Speaks clamd's protocol on a socket, as far as uploads need it: takes what `INSTREAM` sends and says what it finds.
 * It goes away and comes back at the same address.
 */
export class ClamdPeer {
  /** What it finds, by what it is found by. */
  signatures = new Map([[EICAR, 'Eicar-Test-Signature']]);
  /** What it answers whatever it was sent; null = what it found. */
  answer: string | null = null;
  /** What it waits for before it answers. */
  before: (content: Buffer) => Promise<void> = async () => undefined;
  /** How many files it was sent whole. */
  scanned = 0;
  readonly address: { path: string };
  readonly #folder: string;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;

  private constructor(folder: string) {
    this.#folder = folder;
    this.address = { path: join(folder, 'clamd.ctl') };
  }

  /** A peer that is away until it comes. */
  static async make(): Promise<ClamdPeer> {
    return new ClamdPeer(await mkdtemp(join(tmpdir(), 'shenbao-peer-')));
  }

  async come(): Promise<void> {
    const server = createServer((socket) => this.#serve(socket));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.address.path, resolve));
  }

  async goAway(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    for (const socket of this.#sockets) socket.destroy();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  async close(): Promise<void> {
    await this.goAway();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      const content = contentOf(received);
      if (content) void this.#reply(socket, content);
    });
  }

  async #reply(socket: Socket, content: Buffer): Promise<void> {
    this.scanned += 1;
    await this.before(content);
    const [, name] = [...this.signatures].find(([mark]) => content.includes(mark)) ?? [];
    const found = name === undefined ? 'stream: OK' : `stream: ${name} FOUND`;
    socket.end(`${this.answer ?? found}\0`);
  }
}

/** What was sent, once its end is there: chunks with their lengths before them, one of no length at the end. */
function contentOf(received: Buffer): Buffer | null {
  if (received.subarray(0, COMMAND.length).toString() !== COMMAND) return null;
  const chunks: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
