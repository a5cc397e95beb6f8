import { Entity } from "typeorm";
import { Amount, Instant, KeyInt } from "../columns";

/** The one row that every publisher moves, so that publishing is one after the other. */
@Entity({ name: "hub_state", withoutRowid: true })
export class HubStateRow {
  @KeyInt()
  id!: number;

  @Amount()
  dataVersion!: number;

  @Instant()
  updatedAt!: string;
}
