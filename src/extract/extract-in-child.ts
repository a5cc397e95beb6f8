import os from "node:os";
import type { ExtractedDocument } from "../model/extracted-document";
import type { FileToExtract } from "./child-messages";
import type { ExtractionLimits } from "./extraction-limits";
import { ExtractionPool } from "./extraction-pool";

let shared: ExtractionPool | undefined;

/**
 * Reads a document in a child process with limits on time, memory and size, so that a hostile file costs this process nothing. For many
 * documents at once with a number of workers of one's own, make an `ExtractionPool`.
 * @throws ExtractionError where the file cannot be read, or costs too much to read; Error where the path cannot be
 */
export function extractInChild(file: FileToExtract, limits?: Partial<ExtractionLimits>): Promise<ExtractedDocument> {
  shared ??= new ExtractionPool({ parallel: Math.max(1, Math.min(4, os.availableParallelism())) });
  return shared.extract(file, limits);
}
