import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { MoreThan } from "typeorm";
import { AuditEventRow } from "./entities/audit-event.entity";
import { AuditHeadRow } from "./entities/audit-head.entity";
import type { Database } from "./open-database";

/** 操作: what the trail tells of. */
export const AUDIT_ACTIONS = {
  UPLOAD: "上传",
  IMPORT: "导入",
  PUBLISH: "发布",
  WITHDRAW: "撤回",
  UPSERT_UNIT: "维护单位",
  RECORD_MERGER: "记录机构沿革",
  SET_DENOMINATOR: "设置人均口径",
  LOAD_DENOMINATORS: "导入人均口径",
  LOAD_LINEAGE: "导入机构沿革",
  LOAD_PRICES: "导入价格指数",
  LOAD_PACKAGE: "导入数据包",
  CREATE_KEY: "创建密钥",
  REVOKE_KEY: "吊销密钥",
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** Who acts where nobody sent a key: whoever may start programs on the machine. */
export const COMMAND_LINE = "command line";

export interface AuditEntry {
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An event as it is stored. */
export type AuditEvent = Readonly<AuditEventRow>;

/** The hash before the first event. */
export const AUDIT_GENESIS = "0".repeat(64);
const HEAD = { id: 1 };

/**
 * 审计: records an event in the transaction of what it tells of, as its last statement: the row of the head stays locked until the end, so that
 * events follow each other in one chain.
 */
export async function recordAuditEvent(manager: EntityManager, { actor, action, subject, detail }: AuditEntry): Promise<void> {
  await manager.increment(AuditHeadRow, HEAD, "sequence", 1);
  const head = await manager.findOneByOrFail(AuditHeadRow, HEAD);
  const event = {
    sequence: head.sequence,
    at: new Date().toISOString(),
    actor: actor.slice(0, 140),
    action,
    subject: subject.slice(0, 300),
    detail: JSON.stringify(detail),
    previousHash: head.hash,
  };
  const hash = hashOf(event);
  await manager.insert(AuditEventRow, { ...event, hash });
  await manager.update(AuditHeadRow, HEAD, { hash });
}

function hashOf({ sequence, at, actor, action, subject, detail, previousHash }: Omit<AuditEvent, "hash">): string {
  const content = JSON.stringify([sequence, at, actor, action, subject, detail, previousHash]);
  return createHash("sha256").update(content).digest("hex");
}

/** What a walk along the chain came to. */
export interface AuditVerdict {
  readonly events: number;
  /** Hash of the last event that holds. Noted elsewhere, it shows later that the trail up to it was not rewritten as a whole. */
  readonly head: string;
  /** The first event that does not hold, and why. */
  readonly broken?: { readonly sequence: number; readonly reason: string };
  /** Whether the hash that was asked about is one of the chain's. */
  readonly hasNoted: boolean;
}

const PAGE = 1_000;

/** Walks along the whole chain. @param noted the hash of an event, as it was noted before. */
export async function verifyAuditTrail(database: Database, noted?: string): Promise<AuditVerdict> {
  let last = { sequence: 0, hash: AUDIT_GENESIS };
  let hasNoted = noted === undefined || noted === last.hash;
  const verdict = (broken?: AuditVerdict["broken"]): AuditVerdict => ({
    events: last.sequence,
    head: last.hash,
    hasNoted,
    ...(broken && { broken }),
  });
  for await (const event of readAuditTrail(database)) {
    const reason = faultOf(event, last);
    if (reason !== undefined) return verdict({ sequence: last.sequence + 1, reason });
    last = event;
    hasNoted ||= event.hash === noted;
  }
  const head = await database.manager.findOneBy(AuditHeadRow, HEAD);
  if (!head)
    return verdict({ sequence: last.sequence, reason: "the head of the trail is gone, so that nothing says whether this is the last" });
  if (head.sequence > last.sequence)
    return verdict({ sequence: last.sequence + 1, reason: "it is missing: the head of the trail knows of it" });
  if (head.sequence < last.sequence) return verdict({ sequence: head.sequence + 1, reason: "the head of the trail does not know of it" });
  return head.hash === last.hash
    ? verdict()
    : verdict({ sequence: last.sequence, reason: "its hash is not the one that the head of the trail keeps" });
}

function faultOf(event: AuditEvent, last: { readonly sequence: number; readonly hash: string }): string | undefined {
  if (event.sequence !== last.sequence + 1) return `it is missing: event ${event.sequence} stands in its place`;
  if (event.previousHash !== last.hash) return "it does not follow the event before it";
  return event.hash === hashOf(event) ? undefined : "its content is not what was recorded";
}

/** The events in their order, read a page at a time. */
export async function* readAuditTrail(database: Database, after = -1): AsyncGenerator<AuditEvent> {
  for (let from = after; ;) {
    const page = await database.manager.find(AuditEventRow, {
      where: { sequence: MoreThan(from) },
      order: { sequence: "ASC" },
      take: PAGE,
    });
    yield* page;
    const end = page.at(-1);
    if (!end || page.length < PAGE) return;
    from = end.sequence;
  }
}

/** The newest events, oldest of them first. */
export async function findNewestAuditEvents(database: Database, count: number): Promise<AuditEvent[]> {
  const newest = await database.manager.find(AuditEventRow, { order: { sequence: "DESC" }, take: count });
  return newest.reverse();
}

/** The last event as the head of the trail keeps it, whose hash is noted elsewhere; null before the first. */
export async function findAuditHead(database: Database): Promise<Pick<AuditHeadRow, "sequence" | "hash"> | null> {
  const head = await database.manager.findOneBy(AuditHeadRow, HEAD);
  return head && head.sequence > 0 ? head : null;
}
