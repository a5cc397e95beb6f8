// node --require crash-at-statement.cjs dist/src/cli/main.js …: counts the statements that go to a database server, and at one of them, or some time
// after the command's look at the schema, ends a process with SIGKILL: this one, or the server. CRASH_RECORD names a file that takes every statement,
// a line each, behind the milliseconds since that look.
const { appendFileSync } = require("node:fs");
const path = require("node:path");

const { CRASH_AT, CRASH_WHEN, CRASH_AFTER, CRASH_PID, CRASH_RECORD } = process.env;

// The children that read documents inherit the arguments of this process, and speak to no database.
if (path.basename(process.argv[1] ?? "") === "main.js") {
  const { prototype } = require("../../../node_modules/mysql2/lib/base/connection.js");
  const crash = () => process.kill(Number(CRASH_PID ?? process.pid), "SIGKILL");
  const { query } = prototype;
  let count = 0;
  let looked;
  prototype.query = function (...args) {
    count += 1;
    const sql = String(args[0]?.sql ?? args[0]).replace(/\s+/g, " ");
    if (looked === undefined && sql.includes("RELEASE_LOCK")) {
      looked = performance.now();
      if (CRASH_AFTER !== undefined) setTimeout(crash, Number(CRASH_AFTER)).unref();
    }
    if (CRASH_RECORD)
      appendFileSync(CRASH_RECORD, `${looked === undefined ? 0 : Math.ceil(performance.now() - looked)}\t${sql.slice(0, 200)}\n`);
    if (count !== Number(CRASH_AT)) return query.apply(this, args);
    if (CRASH_WHEN === "BEFORE") crash();
    if (CRASH_WHEN === "ANSWERED") {
      const callback = args.pop();
      args.push((...answer) => {
        crash();
        callback(...answer);
      });
    }
    const sent = query.apply(this, args);
    if (CRASH_WHEN === "SENT") crash();
    return sent;
  };
}
