import { Entity } from "typeorm";
import { Amount, Instant, KeyInt, Varchar } from "../columns";

/** The one row that every publisher moves, so that publishing is one after the other. */
@Entity({ name: "hub_state", withoutRowid: true })
export class HubStateRow {
  @KeyInt()
  id!: number;

  @Amount()
  dataVersion!: number;

  @Instant()
  updatedAt!: string;

  /** Another one whenever anything that readers see has changed, with the data version or without; of no other hub, nor of a copy put back. */
  @Varchar(36, { nullable: true })
  changeMark!: string | null;
}
