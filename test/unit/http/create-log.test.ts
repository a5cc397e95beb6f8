import { createLog } from "../../../src/http/create-log";

describe("the log of the server", () => {
  const linesAt = (level: Parameters<typeof createLog>[0]): unknown[] => {
    const lines: string[] = [];
    const log = createLog(level, (line) => lines.push(line));
    log("error", "broken", { id: "1" });
    log("warn", "odd");
    log("info", "request\nwith a break", { status: 200 });
    log("debug", "detail");
    expect(lines.every((line) => line.endsWith("\n") && line.indexOf("\n") === line.length - 1)).toBe(true);
    return lines.map((line) => (JSON.parse(line) as { level: string }).level);
  };

  it("writes one line of JSON for what is at least as grave as its level", () => {
    expect(linesAt("debug")).toEqual(["error", "warn", "info", "debug"]);
    expect(linesAt("info")).toEqual(["error", "warn", "info"]);
    expect(linesAt("error")).toEqual(["error"]);
    expect(linesAt("silent")).toEqual([]);
  });

  it("says when, what and with which fields", () => {
    const lines: string[] = [];
    createLog("info", (line) => lines.push(line))("info", "request", { status: 200 });
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      level: "info",
      message: "request",
      status: 200,
    });
  });
});
