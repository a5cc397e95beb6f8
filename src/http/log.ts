/** Takes what the server has to say, one structured entry at a time. */
export type Log = (level: "error" | "warn" | "info" | "debug", message: string, fields?: Readonly<Record<string, unknown>>) => void;
