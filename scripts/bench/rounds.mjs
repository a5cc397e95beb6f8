// Measuring in turn, so that what disturbs one side disturbs the other.
import { once } from "node:events";
import http from "node:http";
import net from "node:net";

const agent = new http.Agent({ keepAlive: true });

/** Posts a JSON body and answers the whole response as text. */
export async function post(url, body) {
  const request = http.request(url, { method: "POST", agent, headers: { "content-type": "application/json" } });
  request.end(body);
  let response;
  try {
    [response] = await once(request, "response");
  } catch (error) {
    // The server closed a connection that lay idle for long, just as it was taken up again.
    if (request.reusedSocket && error.code === "ECONNRESET") return post(url, body);
    throw error;
  }
  const chunks = [];
  for await (const chunk of response) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 500)}`);
  return text;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function timeOf(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The median milliseconds of each kind of work, in rounds of one after the other until the time is up (some rounds at least). */
export async function alternate(works, { seconds, rounds }) {
  const times = works.map(() => []);
  for (const work of works) for (let warm = 0; warm < Math.min(3, rounds); warm += 1) await work();
  const until = performance.now() + seconds * 1000;
  for (let round = 0; round < rounds || (performance.now() < until && round < 400); round += 1) {
    // Who goes first finds other memory than who goes last: they take turns in that too.
    for (let turn = 0; turn < works.length; turn += 1) {
      const index = (round + turn) % works.length;
      times[index].push(await timeOf(works[index]));
    }
  }
  return times.map(median);
}

/** How many answers a second come over some connections that ask again as soon as they are answered. */
export async function throughput(url, body, connections, milliseconds) {
  const { hostname, port, pathname } = new URL(url);
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const request = Buffer.from(head + body);
  const length = await lengthOfAnswer(hostname, port, request);
  let answers = 0;
  let stopping = false;
  const begun = performance.now();
  const timer = setTimeout(() => (stopping = true), milliseconds);
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise((resolve, reject) => {
          let received = 0;
          const socket = net.connect(port, hostname, () => socket.write(request));
          socket.on("error", reject).on("close", resolve);
          socket.on("data", (chunk) => {
            received += chunk.length;
            if (received < length) return;
            if (received > length) return void socket.destroy(new Error(`${url} answered other bytes than before`));
            received = 0;
            answers += 1;
            if (stopping) socket.destroy();
            else socket.write(request);
          });
        }),
    ),
  );
  clearTimeout(timer);
  return (answers / (performance.now() - begun)) * 1000;
}

/** Bytes of the whole answer, headers included: every later one is as long. */
async function lengthOfAnswer(hostname, port, request) {
  const socket = net.connect(port, hostname, () => socket.write(request));
  let bytes = Buffer.alloc(0);
  for await (const chunk of socket) {
    bytes = Buffer.concat([bytes, chunk]);
    const end = bytes.indexOf("\r\n\r\n");
    const length = /\r\ncontent-length: (\d+)/i.exec(bytes.subarray(0, end).toString());
    if (end < 0 || length === null || bytes.length < end + 4 + Number(length[1])) continue;
    if (!bytes.toString("latin1").startsWith("HTTP/1.1 200")) throw new Error(`Not answered: ${bytes.subarray(0, 500)}`);
    return end + 4 + Number(length[1]);
  }
  throw new Error("The connection was closed before the answer was whole");
}
