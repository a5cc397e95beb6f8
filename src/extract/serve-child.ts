import fs from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { preciseNow } from "../lib/in-span";
import type { TakenStep } from "../lib/in-span";
import type { ExtractedDocument } from "../model/extracted-document";
import type { ExtractionJob, ExtractionReply } from "./child-messages";
import { LIMIT_REACHED } from "./child-messages";
import { extractDocument } from "./extract-document";
import { CPU_TIME, ExtractionError } from "./extraction-error";
import { optimiseLate } from "./optimise-late";

/** The main thread may be lost in a hostile file for minutes: a second thread watches its time and memory, and ends the process. */
const WATCH = `
const { workerData } = require("node:worker_threads");
const fs = require("node:fs");
const budget = new Float64Array(workerData.buffer);
const end = (reason) => {
  fs.writeSync(2, workerData.prefix + reason + "\\n");
  process.kill(process.pid, "SIGKILL");
};
setInterval(() => {
  if (process.ppid !== workerData.parent) process.kill(process.pid, "SIGKILL");
  const [cpuEnd, bytes] = budget;
  if (cpuEnd === 0) return;
  const { user, system } = process.cpuUsage();
  if ((user + system) / 1e6 > cpuEnd) end(workerData.cpuTime);
  if (process.memoryUsage.rss() > bytes) end("memory");
}, 50);
`;

/** What is made of a document; the step of the trace is the one that read it. */
type Work = (document: ExtractedDocument, extracted: TakenStep) => unknown;

/** Makes this process one that reads documents for an `ExtractionPool`, one after the other, and answers with what the work makes of each. */
export function serveChild(work: Work): void {
  optimiseLate();
  const budget = new Float64Array(new SharedArrayBuffer(16));
  new Worker(WATCH, {
    eval: true,
    workerData: { buffer: budget.buffer, prefix: LIMIT_REACHED, cpuTime: CPU_TIME, parent: process.ppid },
  }).unref();
  process.on("message", (job: ExtractionJob) => {
    startBudget(budget, job);
    void reply(job, work).then((answer) => {
      budget[0] = 0;
      process.send?.(answer);
    });
  });
  process.on("disconnect", () => process.exit());
}

function startBudget(budget: Float64Array, { process: limits }: ExtractionJob): void {
  const { user, system } = process.cpuUsage();
  budget[1] = limits.memoryMegabytes * 2 ** 20;
  budget[0] = (user + system) / 1e6 + limits.cpuSeconds;
}

async function reply(job: ExtractionJob, work: Work): Promise<ExtractionReply> {
  const begun = preciseNow();
  try {
    const { bytes, fileName } = "path" in job.file ? readFile(job.file.path, job.limits.fileBytes) : job.file;
    const document = await extractDocument(bytes, fileName, job.limits);
    return { result: work(document, { name: "extract", begun, ended: preciseNow() }) };
  } catch (error) {
    if (error instanceof ExtractionError)
      return { refused: { code: error.code, ...(error.detail === undefined ? {} : { detail: error.detail }) } };
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    return { failed: { message, ...(stack === undefined ? {} : { stack }) } };
  }
}

function readFile(file: string, most: number): { bytes: Uint8Array; fileName: string } {
  const { size } = fs.statSync(file);
  if (size > most) throw new ExtractionError("LIMIT_EXCEEDED", `${size} bytes, at most ${most}`);
  return { bytes: fs.readFileSync(file), fileName: path.basename(file) };
}
