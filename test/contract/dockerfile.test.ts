import { readFileSync } from "node:fs";
import path from "node:path";
import { validate } from "dockerfile-utils";

const dockerfile = readFileSync(path.resolve(__dirname, "../../Dockerfile"), "utf8");
const problemsOf = (text: string): number[] => validate(text).map(({ range }) => range.start.line + 1);

describe("the Dockerfile", () => {
  it("has no fault that its linter knows", () => {
    expect(problemsOf(dockerfile)).toEqual([]);
  });

  it("would be seen with one", () => {
    expect(problemsOf(dockerfile.replace(/^WORKDIR .*$/m, "WORKDIRR /hub"))).toHaveLength(1);
    expect(problemsOf(`${dockerfile}\nCMD ["node"]\n`)).not.toEqual([]);
  });

  it("runs as a user without rights, from a stage that has no developer's packages", () => {
    const stages = dockerfile.split(/^FROM /m).slice(1);
    expect(stages).toHaveLength(2);
    expect(stages[0]).toContain("npm prune --omit=dev");
    expect(stages[1]).toMatch(/^USER node$/m);
    expect(stages[1]).toMatch(/^HEALTHCHECK /m);
    expect(stages[1]?.indexOf("USER node")).toBeLessThan(stages[1]?.indexOf("CMD [") ?? 0);
  });
});
