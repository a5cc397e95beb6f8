import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { ExtractedDocument } from "../model/extracted-document";
import type { ExtractionJob, ExtractionReply, FileToExtract, ProcessLimits } from "./child-messages";
import { LIMIT_REACHED, PROCESS_LIMITS } from "./child-messages";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";
import { EXTRACTION_LIMITS } from "./extraction-limits";

export interface ExtractionPoolOptions {
  /** The program of the children, below `src`: what it makes of a document is what the pool answers. */
  readonly program?: string;
  /** How many children work at once. */
  readonly parallel?: number;
  /** A child is replaced after so many documents: what leaks, leaks little. */
  readonly documentsPerChild?: number;
  readonly limits?: Partial<ExtractionLimits>;
  readonly process?: Partial<ProcessLimits>;
}

interface Waiting<Result> {
  readonly job: ExtractionJob;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: Error) => void;
}

interface Worker<Result> {
  readonly child: ChildProcess;
  documents: number;
  current: Waiting<Result> | undefined;
  /** The last words on stderr: they tell why a child died. */
  lastWords: string;
  timer: NodeJS.Timeout | undefined;
  wallReached: boolean;
}

/** A child that waits for work goes after so long. */
const IDLE_MILLISECONDS = 20_000;
const STDERR_KEPT = 4_000;

/**
 * Reads documents in child processes that it starts as they are needed, uses again and replaces: after a number of documents, and after any
 * document that made one fail. Waiting children do not keep this process alive.
 */
export class ExtractionPool<Result = ExtractedDocument> {
  private readonly program: string;
  private readonly parallel: number;
  private readonly documentsPerChild: number;
  private readonly limits: ExtractionLimits;
  private readonly process: ProcessLimits;
  private readonly queue: Waiting<Result>[] = [];
  private readonly workers = new Set<Worker<Result>>();
  private closed = false;

  constructor(options: ExtractionPoolOptions = {}) {
    this.program = options.program ?? "extract/extract-child";
    this.parallel = options.parallel ?? 2;
    this.documentsPerChild = options.documentsPerChild ?? 100;
    this.limits = { ...EXTRACTION_LIMITS, ...options.limits };
    this.process = { ...PROCESS_LIMITS, ...options.process };
  }

  /** @throws ExtractionError where the file cannot be read, or costs too much to read; Error where the path cannot be */
  extract(file: FileToExtract, limits: Partial<ExtractionLimits> = {}, process: Partial<ProcessLimits> = {}): Promise<Result> {
    if (this.closed) return Promise.reject(new Error("the extraction pool is closed"));
    return new Promise((resolve, reject) => {
      const job = { file, limits: { ...this.limits, ...limits }, process: { ...this.process, ...process } };
      this.queue.push({ job, resolve, reject });
      this.dispatch();
    });
  }

  /** Ends the children; what waits or runs is rejected. */
  close(): void {
    this.closed = true;
    for (const { reject } of this.queue.splice(0)) reject(new Error("the extraction pool was closed"));
    for (const worker of this.workers) worker.child.kill("SIGKILL");
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const idle = [...this.workers].find((worker) => worker.current === undefined);
      const worker = idle ?? (this.workers.size < this.parallel ? this.start() : undefined);
      if (worker === undefined) return;
      const waiting = this.queue.shift();
      if (waiting !== undefined) this.give(worker, waiting);
    }
  }

  private start(): Worker<Result> {
    const child = fork(builtFile(this.program), [], {
      execArgv: [`--max-old-space-size=${this.process.heapMegabytes}`, "--disallow-code-generation-from-strings"],
      // Nothing of this process's environment is a document's business.
      env: {},
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    yieldToServer(child);
    const worker: Worker<Result> = { child, documents: 0, current: undefined, lastWords: "", timer: undefined, wallReached: false };
    child.stderr?.on("data", (data: Buffer) => (worker.lastWords = (worker.lastWords + data.toString()).slice(-STDERR_KEPT)));
    child.on("message", (reply: ExtractionReply) => this.receive(worker, reply));
    child.on("error", (error) => this.lose(worker, error));
    // "close" comes after the last of stderr.
    child.on("close", (code, signal) => this.lose(worker, reasonOfDeath(worker, code, signal, this.process)));
    this.workers.add(worker);
    return worker;
  }

  private give(worker: Worker<Result>, waiting: Waiting<Result>): void {
    clearTimeout(worker.timer);
    keepAlive(worker, true);
    worker.current = waiting;
    worker.documents += 1;
    worker.timer = setTimeout(() => {
      worker.wallReached = true;
      worker.child.kill("SIGKILL");
    }, this.process.wallSeconds * 1000);
    worker.child.send(waiting.job, (error) => {
      if (error) worker.child.kill("SIGKILL");
    });
  }

  private receive(worker: Worker<Result>, reply: ExtractionReply): void {
    const { current } = worker;
    worker.current = undefined;
    clearTimeout(worker.timer);
    if ("result" in reply) {
      // What the pool's program answers is said where the pool is made.
      current?.resolve(reply.result as Result);
    } else {
      current?.reject("refused" in reply ? new ExtractionError(reply.refused.code, reply.refused.detail) : new Error(reply.failed.message));
    }
    if (isUnclean(reply) || worker.documents >= this.documentsPerChild) this.end(worker);
    else {
      keepAlive(worker, false);
      worker.timer = setTimeout(() => this.end(worker), IDLE_MILLISECONDS).unref();
    }
    this.dispatch();
  }

  private end(worker: Worker<Result>): void {
    this.workers.delete(worker);
    keepAlive(worker, false);
    worker.child.kill("SIGKILL");
  }

  private lose(worker: Worker<Result>, reason: Error): void {
    clearTimeout(worker.timer);
    this.workers.delete(worker);
    const { current } = worker;
    worker.current = undefined;
    current?.reject(reason);
    if (!this.closed) this.dispatch();
  }
}

/** Readers are answered before documents are read. Where a system does not let us say so, all are equal. */
function yieldToServer({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) os.setPriority(pid, os.constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system knows no priorities.
  }
}

/** A file that used much may have left something behind, and so may a mistake of ours; a plain refusal has not. */
function isUnclean(reply: ExtractionReply): boolean {
  return "failed" in reply || ("refused" in reply && reply.refused.code === "LIMIT_EXCEEDED");
}

function keepAlive({ child }: Pick<Worker<never>, "child">, alive: boolean): void {
  const handles = [child, child.channel, child.stderr as { ref?: () => void; unref?: () => void } | null];
  for (const handle of handles) {
    if (alive) handle?.ref?.();
    else handle?.unref?.();
  }
}

function reasonOfDeath(
  worker: Pick<Worker<never>, "lastWords" | "wallReached">,
  code: number | null,
  signal: NodeJS.Signals | null,
  limits: ProcessLimits,
): Error {
  const told = worker.lastWords.split("\n").find((line) => line.startsWith(LIMIT_REACHED));
  if (told !== undefined) return new ExtractionError("LIMIT_EXCEEDED", told.slice(LIMIT_REACHED.length));
  if (/heap out of memory|Array buffer allocation failed/i.test(worker.lastWords)) return new ExtractionError("LIMIT_EXCEEDED", "memory");
  if (worker.wallReached) return new ExtractionError("LIMIT_EXCEEDED", `${limits.wallSeconds} seconds`);
  return new ExtractionError("FILE_BROKEN", `the reader ended with ${signal ?? `code ${code}`}`);
}

/** The built program of the children, from the build or from the sources (tests run on the sources, after a build). */
function builtFile(program: string): string {
  let folder = __dirname;
  while (!fs.existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("no package.json above the extraction pool");
    folder = parent;
  }
  return path.join(folder, "dist", "src", `${program}.js`);
}
