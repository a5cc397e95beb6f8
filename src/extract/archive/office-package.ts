import path from "node:path";
import type { ExtractionLimits } from "../extraction-limits";
import { readXml } from "./read-xml";
import type { ZipArchive } from "./zip-archive";

/** A part that another refers to. */
export interface Relationship {
  readonly type: string;
  /** The name of the part in the archive; undefined where it lies outside. */
  readonly target: string | undefined;
}

/** What a part refers to, by the identifiers that it uses. */
export function relationshipsOf(zip: ZipArchive, part: string, limits: ExtractionLimits): Map<string, Relationship> {
  const folder = path.posix.dirname(part);
  const bytes = zip.read(path.posix.join(folder, "_rels", `${path.posix.basename(part)}.rels`));
  const relationships = new Map<string, Relationship>();
  if (bytes === undefined) return relationships;
  readXml(
    bytes,
    {
      open(element) {
        const target = element.attribute("Target");
        if (element.name !== "rel:Relationship" || target === undefined) return;
        const isOutside = element.attribute("TargetMode") === "External";
        const place = target.startsWith("/") ? target.slice(1) : path.posix.join(folder, target);
        // The type's last word tells what it is in the transitional and the strict form.
        relationships.set(element.attribute("Id") ?? "", {
          type: path.posix.basename(element.attribute("Type") ?? ""),
          target: isOutside ? undefined : place,
        });
      },
      close() {},
    },
    limits,
  );
  return relationships;
}

/** The part that the package is about: the document of a docx, the workbook of an xlsx. */
export function mainPartOf(zip: ZipArchive, limits: ExtractionLimits): string | undefined {
  for (const { type, target } of relationshipsOf(zip, "", limits).values()) if (type === "officeDocument") return target;
  return undefined;
}
