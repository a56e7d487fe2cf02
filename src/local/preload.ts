import { Server } from 'node:http';
import { Server as SocketServer } from 'node:net';
import type { Duplex } from 'node:stream';

// Loaded into each Agents Playground before its own code (node --import). The Playground has no setting for
// what is done here: it listens on every network card, outlives its parent, and shows nothing that was said
// before its page had read the configuration (the page fails on such a message and drops it).

const stream = '/_ws_conversation/v1/conversations/stream';
const configuration = '/_internal/v1/config';
const remembered = 400;

const pageIsReady = 400;
const pageIsLate = 20_000;

const said: Buffer[] = [];
const open: Duplex[] = [];

process.on('disconnect', () => process.exit(0));

const listen = SocketServer.prototype.listen;
SocketServer.prototype.listen = function (this: SocketServer, ...given: unknown[]): SocketServer {
  const [port, ...rest] = given;
  const options = typeof port === 'number' ? [{ port, host: '127.0.0.1' }, ...rest] : given;
  return Reflect.apply(listen, this, options) as SocketServer;
} as typeof listen;

let loads = 0;
let configured: Promise<void> | undefined;
let answered: () => void = () => {};

function awaitConfiguration(): Promise<void> {
  configured ??= new Promise((resolve) => {
    const late = setTimeout(resolve, pageIsLate);
    answered = () => {
      clearTimeout(late);
      setTimeout(resolve, pageIsReady);
    };
  });
  return configured;
}

const emit = Server.prototype.emit;
Server.prototype.emit = function (this: Server, event: string | symbol, ...given: unknown[]): boolean {
  const request = given[0] as { url?: string } | undefined;
  if (event === 'request' && request?.url === '/') {
    loads += 1;
    configured = undefined;
  }
  if (event === 'request' && request?.url === configuration) {
    void awaitConfiguration();
    (given[1] as Duplex).once('finish', () => answered());
  }
  if (event === 'upgrade' && request?.url === stream) {
    const socket = given[1] as Duplex;
    socket.on('error', () => socket.destroy());
    void awaitConfiguration().then(() => {
      if (socket.destroyed) return;
      // A page that only reconnects still has what it was told.
      listenIn(socket, loads > 0 ? said.slice() : []);
      loads = Math.max(0, loads - 1);
      Reflect.apply(emit, this, [event, ...given]);
    });
    return true;
  }
  return Reflect.apply(emit, this, [event, ...given]) as boolean;
} as typeof emit;

/** Gives a page that is opened anew what the bot has said so far, and notes what it says from now on. */
function listenIn(socket: Duplex, history: Buffer[]): void {
  open.push(socket);
  socket.once('close', () => open.splice(open.indexOf(socket), 1));
  const write = socket.write.bind(socket);
  let greeted = false;
  socket.write = ((chunk: unknown, ...rest: []) => {
    const more = write(chunk, ...rest);
    if (!greeted) {
      greeted = true;
      for (const words of history) write(textFrame(words));
    } else if (socket === open[0]) {
      note(chunk);
    }
    return more;
  }) as typeof socket.write;
}

function note(chunk: unknown): void {
  const words = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
  // A frame's header comes in a chunk of its own and never begins with a brace.
  if (words[0] !== 0x7b) return;
  said.push(Buffer.from(words));
  if (said.length > remembered) said.shift();
}

/** One unmasked, final WebSocket text frame (RFC 6455, 5.2). */
function textFrame(words: Buffer): Buffer {
  const size = words.length;
  if (size < 126) return Buffer.concat([Buffer.from([0x81, size]), words]);
  const header = Buffer.alloc(size < 65_536 ? 4 : 10);
  header[0] = 0x81;
  header[1] = size < 65_536 ? 126 : 127;
  if (size < 65_536) header.writeUInt16BE(size, 2);
  else header.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([header, words]);
}
