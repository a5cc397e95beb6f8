import type { ExtractionErrorCode } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";

/** A file by its place, or by its bytes and its name. */
export type FileToExtract = { readonly path: string } | { readonly bytes: Uint8Array; readonly fileName: string };

/** What a child process may use for one document. */
export interface ProcessLimits {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly heapMegabytes: number;
  /** Of the whole process, typed arrays included. */
  readonly memoryMegabytes: number;
}

/** What a file costs is CPU time. A child that comes last on a busy machine may take long for little of it: the wall clock ends only what hangs. */
export const PROCESS_LIMITS: ProcessLimits = { cpuSeconds: 30, wallSeconds: 300, heapMegabytes: 512, memoryMegabytes: 1024 };

export interface ExtractionJob {
  readonly file: FileToExtract;
  readonly limits: ExtractionLimits;
  readonly process: ProcessLimits;
}

export type ExtractionReply =
  | { readonly result: unknown }
  | { readonly refused: { readonly code: ExtractionErrorCode; readonly detail?: string } }
  | { readonly failed: { readonly message: string; readonly stack?: string } };

/** Begins the line in which a child says on stderr why it ends itself. */
export const LIMIT_REACHED = "extraction limit reached: ";
