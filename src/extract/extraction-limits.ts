/** How much a file may ask for before it is refused. A disclosure has some thirty pages and a few thousand cells. */
export interface ExtractionLimits {
  readonly fileBytes: number;
  readonly pages: number;
  readonly charactersPerPage: number;
  /** Cells of all tables together, each place of a merged cell counted. */
  readonly cells: number;
  readonly blocks: number;
  readonly zipEntries: number;
  readonly inflatedBytes: number;
  /** Elements or tables within each other. */
  readonly depth: number;
}

export const EXTRACTION_LIMITS: ExtractionLimits = {
  fileBytes: 50_000_000,
  pages: 1_000,
  charactersPerPage: 100_000,
  cells: 500_000,
  blocks: 100_000,
  zipEntries: 5_000,
  inflatedBytes: 200_000_000,
  depth: 200,
};
