import { SingleBar } from "cli-progress";

/** Where progress is drawn: a terminal's stderr, so that stdout stays for results. */
export type ProgressStream = NodeJS.WriteStream;

/** A bar of the documents that are done, with rate and remaining time. */
export class ImportProgress {
  private readonly bar: SingleBar;
  private readonly began = Date.now();
  private done = 0;

  constructor(stream: ProgressStream, total: number) {
    this.bar = new SingleBar({
      format: "{bar} {value}/{total}  {rate}  {left}  {file}",
      hideCursor: true,
      // An interrupted run restores the cursor itself, after what is under way is done.
      gracefulExit: false,
      stream,
    });
    this.bar.start(total, 0, { rate: "", left: "", file: "" });
  }

  tick(file: string): void {
    this.set(this.done + 1, this.bar.getTotal(), file);
  }

  set(done: number, total: number, file = ""): void {
    const step = done - this.done;
    this.done = done;
    this.bar.setTotal(total);
    const seconds = (Date.now() - this.began) / 1000;
    const left = ((this.bar.getTotal() - this.done) * seconds) / this.done;
    this.bar.increment(step, { rate: tellRate(this.done, seconds), left: `${tellDuration(left)} left`, file });
  }

  stop(): void {
    this.bar.stop();
  }
}

/** 2.4/s, or 12/min where a document takes longer than a second. */
export function tellRate(documents: number, seconds: number): string {
  if (documents === 0 || seconds <= 0) return "";
  const rate = documents / seconds;
  return rate >= 1 ? `${tenths(rate)}/s` : `${tenths(rate * 60)}/min`;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** 45 s, 3 min 20 s, 1 h 05 min. */
export function tellDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, "0")} min`;
}
