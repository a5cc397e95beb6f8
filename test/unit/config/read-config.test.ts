import path from "node:path";
import { type ConfigError, readConfig } from "../../../src/config/read-config";

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe("the settings", () => {
  it("have defaults that need nothing installed", () => {
    expect(readConfig({})).toEqual({
      environment: "production",
      database: { url: undefined, replicaUrls: [], dataDir: path.resolve(".data"), poolSize: 10 },
      responseCache: { maxBytes: 64 * 2 ** 20, redisUrl: undefined },
      rateLimit: { pointsPerMinute: 0, redisUrl: undefined },
      trustedProxies: [],
      loadShedding: true,
      host: "0.0.0.0",
      port: 4000,
      sampleData: true,
      logLevel: "info",
      lameDuckSeconds: 0,
    });
  });

  it("are read, and an empty one counts as unset", () => {
    const url = "mariadb://hub:secret@db.example:3306/hub";
    const config = readConfig({ DATABASE_URL: url, DATA_DIR: "/var/hub", PORT: "80", SAMPLE_DATA: "false", LOG_LEVEL: "", HOST: " " });
    expect(config).toMatchObject({
      database: { url, dataDir: "/var/hub" },
      port: 80,
      sampleData: false,
      logLevel: "info",
      host: "0.0.0.0",
    });
  });

  it("are refused all at once, each with what it may be", () => {
    const problems = problemsOf({ PORT: "http", SAMPLE_DATA: "yes", NODE_ENV: "staging", DATABASE_POOL_SIZE: "0" });
    expect(problems).toHaveLength(4);
    expect(problems.join("\n")).toMatch(/PORT.*0 to 65535.*"http"/);
    expect(problems.join("\n")).toMatch(/SAMPLE_DATA.*true, false.*"yes"/);
  });

  it.each(["postgres://hub@db/hub", "mysql://db", "mysql:///hub", "db.example/hub"])(
    "refuse the database %s without repeating it",
    (url) => {
      const [problem, ...others] = problemsOf({ DATABASE_URL: url });
      expect(others).toEqual([]);
      expect(problem).toContain("DATABASE_URL");
      expect(problem).not.toContain(url);
    },
  );

  it("take replicas of the database's own kind, and say it of others without repeating them", () => {
    const primary = { DATABASE_URL: "mariadb://hub:secret@one/hub" };
    const replicas = "mariadb://hub:secret@two/hub, mariadb://hub:secret@three/hub";
    expect(readConfig({ ...primary, DATABASE_REPLICAS: replicas }).database.replicaUrls).toEqual(replicas.split(", "));
    for (const wrong of ["mysql://hub:secret@two/hub", "mariadb://two", "two"]) {
      const [problem, ...others] = problemsOf({ ...primary, DATABASE_REPLICAS: wrong });
      expect([problem, others]).toEqual([expect.stringContaining("DATABASE_REPLICAS"), []]);
      expect(problem).not.toContain(wrong);
    }
    expect(problemsOf({ DATABASE_REPLICAS: replicas })).toHaveLength(1);
  });

  it.each(["http://cache", "redis:///1", "cache:6379"])("refuse the shared cache %s", (url) => {
    expect(problemsOf({ REDIS_URL: url }).join()).toMatch(/^REDIS_URL must be redis:/);
  });

  it("take a collector of traces, and none by itself", () => {
    expect(readConfig({}).traces).toBeUndefined();
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: "https://collector:4318/" }).traces).toEqual({
      endpoint: "https://collector:4318",
      serviceName: "disclosure-hub",
    });
    const [problem, ...others] = problemsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: "grpc://geheim@collector" });
    expect([problem, others]).toEqual([expect.stringMatching(/^OTEL_EXPORTER_OTLP_ENDPOINT must be (?!.*geheim)/), []]);
  });

  it("never show a password", () => {
    expect(problemsOf({ DATABASE_URL: "postgres://hub:geheim@db/hub" }).join()).not.toContain("geheim");
  });

  it("take proxies by address and by network, and nothing else", () => {
    expect(readConfig({ TRUSTED_PROXIES: "10.0.0.0/8, 192.168.1.5,fd00::/8" }).trustedProxies).toEqual([
      "10.0.0.0/8",
      "192.168.1.5",
      "fd00::/8",
    ]);
    for (const wrong of ["all", "10.0.0.0/33", "10.0.0.0/8/8", "fd00::/x"])
      expect(() => readConfig({ TRUSTED_PROXIES: wrong })).toThrow("TRUSTED_PROXIES");
  });
});
