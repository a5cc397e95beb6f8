import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";
import { PACKAGE_ROOT } from "../lib/package-root";

/** Every setting of the hub, checked. `.env.example` says what each is for. */
export interface Config {
  readonly environment: "production" | "development" | "test";
  readonly database: {
    /** mysql://… or mariadb://…; undefined for the embedded database. */
    readonly url: string | undefined;
    /** Servers that follow that one, of the same kind. */
    readonly replicaUrls: readonly string[];
    /** Folder of the embedded database. */
    readonly dataDir: string;
    readonly poolSize: number;
  };
  readonly responseCache: {
    /** Bytes of answers kept in memory; 0 keeps none. */
    readonly maxBytes: number;
    /** redis://… or rediss://…, where instances share what they keep. */
    readonly redisUrl: string | undefined;
  };
  readonly rateLimit: {
    /** What one caller may spend in a minute; 0 limits nobody. */
    readonly pointsPerMinute: number;
    /** redis://… or rediss://…, where instances share what callers have spent. */
    readonly redisUrl: string | undefined;
  };
  /** Addresses and networks of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Whether questions are refused while there are more than can be answered. */
  readonly loadShedding: boolean;
  readonly host: string;
  readonly port: number;
  /** Where readers find the hub, for links in feeds, pictures and answers; undefined: http://localhost:PORT. Without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** Whether an empty database is filled with the sample pack at start. */
  readonly sampleData: boolean;
  readonly logLevel: LogLevel;
  /** Where traces are sent; undefined where none are made. */
  readonly traces: TraceSettings | undefined;
  /** Seconds between "not ready" and the closing of the listener, so that a balancer looks away first. */
  readonly lameDuckSeconds: number;
}

export interface TraceSettings {
  /** Of an OTLP collector, http://… or https://…; traces go to /v1/traces below it. */
  readonly endpoint: string;
  /** As what the hub shows there. */
  readonly serviceName: string;
}

export const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings cannot be used as they are. The message names every one of them and what it may be. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(readonly problems: readonly string[]) {
    super(["The settings cannot be used:", ...problems.map((problem) => `  ${problem}`), "See .env.example."].join("\n"));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment, and under it the file .env beside package.json, as one checked value.
 *
 * @throws ConfigError with all problems at once.
 */
export function readConfig(environment: Environment = { ...readDotEnv(), ...process.env }): Config {
  const problems: string[] = [];
  const read = new SettingReader(environment, problems);
  const url = read.databaseUrl("DATABASE_URL");
  const redisUrl = read.redisUrl("REDIS_URL");
  const endpoint = read.endpoint("OTEL_EXPORTER_OTLP_ENDPOINT");
  const serviceName = read.text("OTEL_SERVICE_NAME", "disclosure-hub");
  const config: Config = {
    environment: read.oneOf("NODE_ENV", ["production", "development", "test"], "production"),
    database: {
      url,
      replicaUrls: read.replicaUrls("DATABASE_REPLICAS", url),
      dataDir: path.resolve(read.text("DATA_DIR", ".data")),
      poolSize: read.integer("DATABASE_POOL_SIZE", 10, 1, 1000),
    },
    responseCache: {
      maxBytes: read.integer("RESPONSE_CACHE_MB", 64, 0, 65_536) * 2 ** 20,
      redisUrl,
    },
    rateLimit: {
      pointsPerMinute: read.integer("RATE_LIMIT_PER_MINUTE", 0, 0, 100_000_000),
      redisUrl,
    },
    trustedProxies: read.networks("TRUSTED_PROXIES"),
    loadShedding: read.flag("LOAD_SHEDDING", true),
    host: read.text("HOST", "0.0.0.0"),
    port: read.integer("PORT", 4000, 0, 65_535),
    publicUrl: read.webUrl("PUBLIC_URL"),
    // Invented departments belong into a server's database only where somebody says so.
    sampleData: read.flag("SAMPLE_DATA", url === undefined),
    logLevel: read.oneOf("LOG_LEVEL", LOG_LEVELS, "info"),
    traces: endpoint === undefined ? undefined : { endpoint, serviceName },
    lameDuckSeconds: read.integer("LAME_DUCK_SECONDS", 0, 0, 60),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** Reads single settings and keeps what is wrong with them, so that all is told at once. An empty setting counts as unset. */
class SettingReader {
  constructor(
    private readonly environment: Environment,
    private readonly problems: string[],
  ) {}

  text(name: string, fallback: string): string {
    return this.environment[name]?.trim() || fallback;
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const text = this.text(name, String(fallback));
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    this.problems.push(`${name} must be a whole number from ${least} to ${most}, and is "${text}"`);
    return fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    return this.oneOf(name, ["true", "false"], fallback ? "true" : "false") === "true";
  }

  oneOf<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const text = this.text(name, fallback);
    const value = values.find((one) => one === text);
    if (value !== undefined) return value;
    this.problems.push(`${name} must be one of ${values.join(", ")}, and is "${text}"`);
    return fallback;
  }

  /** The address is never repeated in the problem: it may hold a password. */
  databaseUrl(name: string): string | undefined {
    const text = this.text(name, "");
    if (text === "") return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && ["mysql:", "mariadb:"].includes(url.protocol) && url.hostname !== "" && url.pathname.length > 1) return text;
    this.problems.push(`${name} must be mysql://user:password@host:port/database or mariadb://…, or unset for the embedded database`);
    return undefined;
  }

  replicaUrls(name: string, primary: string | undefined): readonly string[] {
    const urls = this.text(name, "")
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
    const isReplica = (text: string): boolean => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      return url !== undefined && url.hostname !== "" && url.pathname.length > 1 && primary?.startsWith(`${url.protocol}//`) === true;
    };
    if (urls.every(isReplica)) return urls;
    this.problems.push(`${name} must list replicas of DATABASE_URL between commas, each with the same beginning (mysql:// or mariadb://)`);
    return [];
  }

  webUrl(name: string): string | undefined {
    const text = this.text(name, "");
    if (text === "") return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && ["http:", "https:"].includes(url.protocol) && url.pathname === "/" && url.search === "") return url.origin;
    this.problems.push(`${name} must be http://host or https://host without a path, and is "${text}"`);
    return undefined;
  }

  /** It may hold a key: it is not repeated. */
  endpoint(name: string): string | undefined {
    const text = this.text(name, "");
    if (text === "") return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && ["http:", "https:"].includes(url.protocol) && url.search === "") return url.href.replace(/\/$/, "");
    this.problems.push(`${name} must be http://host:port or https://… of an OTLP collector, or unset where nobody collects traces`);
    return undefined;
  }

  networks(name: string): readonly string[] {
    const networks = this.text(name, "")
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
    for (const network of networks) {
      const [address = "", bits = "0", more] = network.split("/");
      const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
      if (more === undefined && /^\d{1,3}$/.test(bits) && Number(bits) <= most) continue;
      this.problems.push(`${name} must list addresses or networks (10.0.0.0/8) between commas, and has "${network}"`);
    }
    return networks;
  }

  redisUrl(name: string): string | undefined {
    const text = this.text(name, "");
    if (text === "") return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && ["redis:", "rediss:"].includes(url.protocol) && url.hostname !== "") return text;
    this.problems.push(`${name} must be redis://host:port or rediss://…, or unset where instances share no cache`);
    return undefined;
  }
}

/** The settings of a file .env beside package.json: lines NAME=value; the environment goes before them. */
function readDotEnv(): Environment {
  let text: string;
  try {
    text = readFileSync(path.join(PACKAGE_ROOT, ".env"), "utf8");
  } catch {
    return {};
  }
  const lines = text.split(/\r?\n/).map((line) => /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line));
  return Object.fromEntries(lines.flatMap((match) => (match ? [[match[1] ?? "", (match[2] ?? "").replace(/^(["'])(.*)\1$/, "$2")]] : [])));
}
