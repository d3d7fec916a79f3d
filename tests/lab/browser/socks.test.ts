import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, test } from "vitest";
import { openSocks, readTarget } from "../../../src/lab/browser/socks.ts";

const HELLO = Buffer.from([5, 1, 0]);
const request = (type: number, address: Buffer, port: number): Buffer =>
  Buffer.concat([Buffer.from([5, 1, 0, type]), address, Buffer.from([port >> 8, port & 255])]);
const LOCALHOST = Buffer.from([127, 0, 0, 1]);

test("an address is a number of four bytes, a name, or a number of sixteen", () => {
  expect(readTarget(request(1, LOCALHOST, 3000))).toEqual({ host: "127.0.0.1", port: 3000 });
  const name = Buffer.from("\u0009localhost", "latin1");
  expect(readTarget(request(3, name, 8080))).toEqual({ host: "localhost", port: 8080 });
  const six = Buffer.alloc(16);
  six[15] = 1;
  expect(readTarget(request(4, six, 80))).toEqual({ host: "0:0:0:0:0:0:0:1", port: 80 });
});

test("a browser reaches a server, and a refused connection stays refused", async () => {
  const socks = await openSocks();
  const server = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const dial = async (to: number): Promise<number | undefined> => {
    const socket = connect(socks.port, "127.0.0.1");
    socket.write(HELLO);
    await once(socket, "data");
    socket.write(request(1, LOCALHOST, to));
    const [answer] = (await once(socket, "data")) as [Buffer];
    if (answer[1] === 0) {
      socket.write("echo");
      const [echo] = (await once(socket, "data")) as [Buffer];
      expect(echo.toString()).toBe("echo");
    }
    socket.destroy();
    return answer[1];
  };
  expect(await dial(port)).toBe(0);
  server.close();
  await once(server, "close");
  expect(await dial(port)).toBe(5);
});
