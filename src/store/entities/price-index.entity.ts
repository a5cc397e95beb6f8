import { Entity } from "typeorm";
import { Amount, KeySmallInt, Varchar } from "../columns";

/** 价格指数: price level of a year in millionths of the base of its series. */
@Entity({ name: "price_index", withoutRowid: true })
export class PriceIndexRow {
  @KeySmallInt()
  fiscalYear!: number;

  @Amount()
  value!: number;

  @Varchar(300)
  source!: string;
}
