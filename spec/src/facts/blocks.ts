import { plainText } from "./text.ts";
import type { Reading } from "./trouble.ts";

/** Caption of a table, as `**表 2**  title` above it. */
export interface Caption {
  number: number;
  title: string;
}

/** A piece of a page. `section` is the heading above it, `label` the list item that it hangs from. */
export type Block = { line: number; section: string; label: string } & (
  | { kind: "text"; text: string; note: boolean }
  | { kind: "item"; text: string }
  | { kind: "code"; text: string }
  | { kind: "table"; html: string; caption?: Caption }
);

/** A page cut into its pieces. */
export interface Blocks {
  title: string;
  blocks: Block[];
}

/** Cuts a page into blocks. Whatever cannot be a block of this format is named. */
export function cutIntoBlocks(source: string, reading: Reading): Blocks {
  return new Cutter(source, reading).run();
}

const heading = /^#+\s+(.*)$/;
const captionLine = /^\*\*表\s*(\d+)\*\*\s*(.*)$/;
const item = /^(?:[-*+]|\d+\.)\s+(.*)$/;
const anchor = /^(?:<a\s[^>]*><\/a>)+$/;

class Cutter {
  private readonly lines: string[];
  private readonly reading: Reading;
  private readonly blocks: Block[] = [];
  private at = 0;
  private title = "";
  private section = "";
  private label = "";
  private caption: (Caption & { line: number }) | undefined;

  constructor(source: string, reading: Reading) {
    this.lines = source.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
    this.reading = reading;
  }

  run(): Blocks {
    while (this.at < this.lines.length) this.step();
    this.endCaption();
    if (this.title === "") this.reading.trouble(1, "The page has no title.");
    return { title: this.title, blocks: this.blocks };
  }

  private step(): void {
    const line = this.here();
    if (line === "" || anchor.test(line)) this.at++;
    else if (/^```/.test(line)) this.code();
    else if (/^<table\b/.test(line)) this.table();
    else if (captionLine.test(line)) this.captionAbove(line);
    else this.words(line);
  }

  private words(line: string): void {
    this.endCaption();
    if (heading.test(line)) this.heading(line);
    else if (item.test(line)) this.item(line);
    else this.paragraph(line.startsWith(">"));
  }

  private heading(line: string): void {
    const text = plainText(heading.exec(line)?.[1] ?? "");
    if (this.title === "" && line.startsWith("# ")) this.title = text;
    else this.section = text;
    this.label = "";
    this.at++;
  }

  private item(line: string): void {
    const text = plainText(item.exec(line)?.[1] ?? "");
    this.label = text;
    this.push({ kind: "item", text }, this.at);
    this.at++;
  }

  private paragraph(note: boolean): void {
    const start = this.at;
    const lines: string[] = [];
    for (; this.at < this.lines.length && this.continues(note, start); this.at++) lines.push(this.here());
    const raw = lines.join("\n");
    if (/^\|/m.test(raw)) this.reading.trouble(start + 1, "A Markdown table; only HTML tables are read.");
    if (/```|<\/?t(?:able|r|d|h)\b/.test(raw)) {
      this.reading.trouble(start + 1, "A code block or table inside a note or paragraph.");
    }
    this.push({ kind: "text", note, text: plainText(raw.replace(/^>/gm, "")) }, start);
  }

  private continues(note: boolean, start: number): boolean {
    const line = this.here();
    if (this.at === start) return true;
    if (line === "" || line.startsWith(">") !== note) return false;
    return note || !(/^(?:```|<table\b|#+\s)/.test(line) || item.test(line) || captionLine.test(line));
  }

  private code(): void {
    const start = this.at;
    const indent = (this.lines[start] ?? "").search(/\S/);
    const end = this.lines.findIndex((line, number) => number > start && /^\s*```\s*$/.test(line));
    this.endCaption();
    if (end < 0) {
      this.reading.trouble(start + 1, "A code block that is never closed.");
      this.at++;
      return;
    }
    const body = this.lines.slice(start + 1, end);
    const text = body.map((line) => (line.slice(0, indent).trim() === "" ? line.slice(indent) : line));
    this.push({ kind: "code", text: text.join("\n") }, start);
    this.at = end + 1;
  }

  private table(): void {
    const start = this.at;
    let depth = 0;
    for (let end = start; end < this.lines.length; end++) {
      const line = this.lines[end] ?? "";
      depth += (line.match(/<table\b/g) ?? []).length - (line.match(/<\/table>/g) ?? []).length;
      if (depth > 0) continue;
      const html = this.lines.slice(start, end + 1).join("\n");
      this.push(
        {
          kind: "table",
          html,
          ...(this.caption && { caption: { number: this.caption.number, title: this.caption.title } }),
        },
        start,
      );
      this.caption = undefined;
      this.at = end + 1;
      return;
    }
    this.reading.trouble(start + 1, "A table that is never closed.");
    this.caption = undefined;
    this.at = this.lines.length;
  }

  private captionAbove(line: string): void {
    this.endCaption();
    const [, number, title] = captionLine.exec(line) ?? [];
    this.caption = { number: Number(number), title: plainText(title ?? ""), line: this.at + 1 };
    this.at++;
  }

  /** A caption has to stand right above its table. */
  private endCaption(): void {
    if (!this.caption) return;
    this.reading.trouble(
      this.caption.line,
      `Table ${this.caption.number} has a caption but no table below it.`,
    );
    this.caption = undefined;
  }

  private push(block: DistributiveOmit<Block, "line" | "section" | "label">, start: number): void {
    this.blocks.push({ ...block, line: start + 1, section: this.section, label: this.label } as Block);
  }

  private here(): string {
    return (this.lines[this.at] ?? "").trim();
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
