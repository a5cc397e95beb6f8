import type { KeyHolder } from "../../model/access";

/** What became of an uploaded document: a draft, or why there is none. */
export type UploadImport =
  | { readonly outcome: "SAVED" | "UNCHANGED"; readonly revisionId: number }
  | { readonly outcome: "NOT_FOUND" | "BUSY" }
  | { readonly outcome: "UNREADABLE"; readonly code: string; readonly text: string };

export interface UploadImportOptions {
  /** For the audit trail. */
  readonly actor: string;
  /** Hears whose disclosure it is before anything is kept, and may refuse by throwing. */
  readonly admit: (unitId: number) => void;
}

/** Imports the document that was uploaded under a hash. The graph knows no reader of documents: it is given one. */
export type ImportUploaded = (sha256: string, options: UploadImportOptions) => Promise<UploadImport>;

/** What a request with a key works with besides. */
export interface Editing {
  readonly holder: KeyHolder;
  readonly importUploaded: ImportUploaded;
}
