import { SaxesParser } from "saxes";
import { decodeText } from "../decode-text";
import { ExtractionError } from "../extraction-error";
import type { ExtractionLimits } from "../extraction-limits";

export interface XmlElement {
  /** The local name, with the short prefix of its namespace: whatever prefix a writer chooses, a Word paragraph is `w:p`. */
  readonly name: string;
  /** An attribute by its local name. */
  attribute(localName: string): string | undefined;
}

export interface XmlHandler {
  open(element: XmlElement): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Namespaces by their last characteristic part: each comes as a transitional and a strict address. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml(\/2006)?\/main$/, "w:"],
  [/spreadsheetml(\/2006)?\/main$/, "x:"],
  [/drawingml(\/2006)?\/main$/, "a:"],
  [/officeDocument(\/2006)?\/math$/, "m:"],
  [/officeDocument(\/2006)?\/relationships$/, "r:"],
  [/package\/2006\/relationships$/, "rel:"],
  [/package\/2006\/content-types$/, "ct:"],
  [/markup-compatibility\/2006$/, "mc:"],
  [/urn:schemas-microsoft-com:office:office$/, "o:"],
  [/urn:schemas-microsoft-com:office:spreadsheet$/, "ss:"],
  [/urn:schemas-microsoft-com:vml$/, "v:"],
];

const prefixes = new Map<string, string>();

function prefixOf(uri: string): string {
  let prefix = prefixes.get(uri);
  if (prefix === undefined) {
    prefix = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? "?:";
    if (prefixes.size < 1000) prefixes.set(uri, prefix);
  }
  return prefix;
}

/**
 * Reads an XML part as a stream of events. Document types and their entities have no effect.
 * @throws ExtractionError for XML that is not well-formed or nested too deep
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler, limits: ExtractionLimits): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on("error", (error) => {
    throw new ExtractionError("FILE_BROKEN", error.message);
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    depth += 1;
    if (depth > limits.depth) throw new ExtractionError("LIMIT_EXCEEDED", `elements nested more than ${limits.depth} deep`);
    handler.open({
      name: prefixOf(uri) + local,
      attribute(localName) {
        const plain = attributes[localName];
        if (plain !== undefined) return plain.value;
        for (const name in attributes) if (attributes[name]?.local === localName) return attributes[name].value;
        return undefined;
      },
    });
  });
  parser.on("closetag", ({ uri, local }) => {
    depth -= 1;
    handler.close(prefixOf(uri) + local);
  });
  if (handler.text !== undefined) {
    const tell = handler.text.bind(handler);
    parser.on("text", tell);
    parser.on("cdata", tell);
  }
  parser.write(decodeXml(bytes)).close();
}

function decodeXml(bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch {
    throw new ExtractionError("FILE_BROKEN", "a part of it is no XML text");
  }
}
