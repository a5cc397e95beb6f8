import type { MigrationInterface, QueryRunner } from "typeorm";
import { TableIndex } from "typeorm";

const BY_NAME = new TableIndex({ name: "ix_member_unit_name", columnNames: ["name_key"] });

/** member_unit.name_key: the units that a department lists are found in the register, and who lists a unit by its name. */
export class MemberUnitKey1764900000000 implements MigrationInterface {
  name = "MemberUnitKey1764900000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    // An instance of the release before goes on writing lists while it stands beside this one.
    if (!(await queryRunner.hasColumn("member_unit", "name_key")))
      await queryRunner.query("ALTER TABLE member_unit ADD COLUMN name_key varchar(200) NOT NULL DEFAULT ''");
    const table = await queryRunner.getTable("member_unit");
    if (!table?.indices.some(({ name }) => name === BY_NAME.name)) await queryRunner.createIndex("member_unit", BY_NAME);
    await queryRunner.query("UPDATE member_unit SET name_key = REPLACE(REPLACE(name, '（', '('), '）', ')') WHERE name_key = ''");
    const names = (await queryRunner.query("SELECT DISTINCT name, name_key FROM member_unit")) as { name: string; name_key: string }[];
    for (const { name, name_key: brackets } of names) {
      const key = keyOf(name);
      if (key !== brackets)
        await queryRunner.query("UPDATE member_unit SET name_key = ? WHERE name_key = ? AND name = ?", [key, brackets, name]);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const table = await queryRunner.getTable("member_unit");
    if (table?.indices.some(({ name }) => name === BY_NAME.name)) await queryRunner.dropIndex("member_unit", BY_NAME);
    if (await queryRunner.hasColumn("member_unit", "name_key")) await queryRunner.query("ALTER TABLE member_unit DROP COLUMN name_key");
  }
}

/** As names were folded when this was released: a migration does not change with what is folded later. */
function keyOf(printed: string): string {
  const name = printed
    .replace(/[\s\u00a0\u3000]/g, "")
    .replace(/[(〔［[]/g, "（")
    .replace(/[)〕］\]]/g, "）");
  const own = name.replace(/（(?:[部委厅局院会办]?(?:机关)?本级|本部|[部委厅局院会办]?机关)）$|本级$/, "");
  const whole =
    own === name || own === "" ? name.replace(/（(?:部门)?(?:汇总|合并)(?:[数表])?）$|（(?:部门|含(?:所属|下属)单位)）$/, "") : own;
  return (whole || name)
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/g, "")
    .slice(0, 200);
}
