// Builds, then runs the hub in this very process: what ends npm's command ends the hub, and there is no shell between them.
import "./build.mjs";

await import("../dist/src/cli/main.js");
