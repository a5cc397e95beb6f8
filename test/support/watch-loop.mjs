// Loaded before the server's program (node --import): answers each message of the process above with the longest time that the event loop was
// held since the one before. Beside the delay it tells the longest time that the loop itself had a processor between two turns: on a machine
// that others share, the rest of the delay is theirs.
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const STEP = 5;
const monitor = monitorEventLoopDelay({ resolution: STEP });
monitor.enable();

/** Milliseconds that the main thread was on a processor; elsewhere than on Linux the clock's. */
function worked() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

let last = worked();
let longest = 0;
setInterval(() => {
  const now = worked();
  longest = Math.max(longest, now - last);
  last = now;
}, STEP).unref();

process.on("message", () => {
  process.send({ delay: monitor.max / 1e6 - STEP, work: longest });
  monitor.reset();
  longest = 0;
});
process.channel.unref();
