import { serveChild } from "./serve-child";

/** The child process of `extractInChild`. */
serveChild((document) => document);
