import { GraphQLError } from "graphql";

/** What a client can get wrong. Messages with these codes reach the client as they are; anything else is a mistake of ours and is masked. */
export const REQUEST_ERROR_CODES = [
  "AS_OF_INVALID",
  "BAD_CURSOR",
  "FORBIDDEN",
  "INVALID_ARGUMENT",
  "LIST_TOO_LONG",
  "PAGE_SIZE",
  "QUERY_TOO_EXPENSIVE",
  "RATE_LIMITED",
  "REGION_AMBIGUOUS",
  "REGION_NOT_FOUND",
  "SUBJECT_NOT_FOUND",
  "UNAUTHENTICATED",
  "UNIT_NOT_FOUND",
  "YEAR_INVALID",
] as const;

export type RequestErrorCode = (typeof REQUEST_ERROR_CODES)[number];

/** A question that cannot be answered as asked: what is wrong, and in `extensions` its code and what helps. */
export const requestError = (code: RequestErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { ...details, code } });
