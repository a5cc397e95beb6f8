import { Foundation1764000000000 } from "./0001-foundation";
import { SearchGram1764100000000 } from "./0002-search-gram";
import { Access1764200000000 } from "./0003-access";
import { ChangeMark1764300000000 } from "./0004-change-mark";
import { DraftOnly1764400000000 } from "./0005-draft-only";
import { CrossOutcome1764500000000 } from "./0006-cross-outcome";
import { SearchFit1764600000000 } from "./0007-search-fit";
import { CrossReason1764700000000 } from "./0008-cross-reason";
import { Extraction1764800000000 } from "./0009-extraction";
import { MemberUnitKey1764900000000 } from "./0010-member-unit-key";

/** Every migration, in the order of their lives. A released one is never edited. */
export const MIGRATIONS = [
  Foundation1764000000000,
  SearchGram1764100000000,
  Access1764200000000,
  ChangeMark1764300000000,
  DraftOnly1764400000000,
  CrossOutcome1764500000000,
  SearchFit1764600000000,
  CrossReason1764700000000,
  Extraction1764800000000,
  MemberUnitKey1764900000000,
] as const;
