import { createConnectionType } from "../paging/connection.type";
import { DisclosureType } from "./disclosure.type";

export const DisclosureConnection = createConnectionType("Disclosure", DisclosureType, "公开文件");
