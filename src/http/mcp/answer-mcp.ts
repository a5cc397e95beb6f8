import type { IncomingMessage } from "node:http";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { GraphSources } from "../../graph/graph-context";
import { LIMITS } from "../../graph/limits";
import type { Answer } from "../answer";
import { refuse } from "../answer";
import { admitCaller } from "../caller-budget";
import { readJsonBody } from "../read-json-body";
import { createMcpServer } from "./create-mcp-server";

/** MCP has no batches since 2025-06-18, and each of very many calls would be paid for by itself. */
const NO_BATCHES: Answer = {
  status: 400,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify({
    jsonrpc: "2.0",
    id: null,
    error: { code: -32600, message: "Send one JSON-RPC message a request: MCP has no batches since its revision 2025-06-18" },
  }),
};

/** Answers /mcp: MCP over streamable HTTP, without sessions, so that any instance answers any request. */
export async function answerMcp(sources: GraphSources, publicUrl: string, version: string, request: IncomingMessage): Promise<Answer> {
  // A page that was led here by a name of its own (DNS rebinding) sends its origin; programs send none.
  const { origin } = request.headers;
  if (origin !== undefined && origin !== publicUrl) {
    return refuse(403, "ORIGIN_REFUSED", "Pages of other sites do not reach /mcp; set PUBLIC_URL to the address of the hub");
  }
  const body = await readJsonBody(request, LIMITS.maxBodyBytes);
  if ("refused" in body) return body.refused;
  const admitted = await admitCaller(sources.reader, request.headers);
  if ("refused" in admitted) return admitted.refused;
  if (Array.isArray(body.value)) return NO_BATCHES;
  const server = createMcpServer(sources, publicUrl, version);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  try {
    await server.connect(transport);
    const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : [],
    );
    const answered = await transport.handleRequest(new Request(new URL("/mcp", publicUrl), { method: "POST", headers }), {
      parsedBody: body.value,
    });
    return {
      status: answered.status,
      headers: { ...Object.fromEntries(answered.headers), "cache-control": "no-store" },
      body: await answered.text(),
    };
  } finally {
    await server.close();
  }
}
