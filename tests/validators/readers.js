// What exceljs and SheetJS see in workbooks. Usage: node readers.js FILE...
// Prints one JSON object a line: file, program, and sheets (name, values and comments by cell) or failed.
import fs from "node:fs";
import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
const ExcelJS = load("exceljs");
const SheetJS = load("xlsx");

const plain = (value) => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return null; // a matter of time zones
  if (typeof value !== "object") return value;
  if (value.richText) return value.richText.map((run) => run.text).join("");
  if ("error" in value) return value.error;
  if ("formula" in value || "sharedFormula" in value) return plain(value.result ?? 0); // it leaves a result of 0 out
  if ("text" in value) return plain(value.text);
  return null;
};

const note = (value) =>
  typeof value === "string" ? value : (value.texts || []).map((run) => run.text).join("");

async function byExcelJS(content) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content);
  return book.worksheets.map((sheet) => {
    const seen = { name: sheet.name, values: {}, comments: {} };
    sheet.eachRow({ includeEmpty: true }, (row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        const value = plain(cell.value);
        if (value !== null && !(cell.isMerged && cell.master !== cell)) {
          seen.values[cell.address] = value;
        }
        if (cell.note) seen.comments[cell.address] = note(cell.note);
      }),
    );
    return seen;
  });
}

function bySheetJS(content) {
  const book = SheetJS.read(content, { type: "buffer", cellDates: false });
  return book.SheetNames.map((name) => {
    const seen = { name, values: {}, comments: {} };
    for (const [address, cell] of Object.entries(book.Sheets[name] || {})) {
      if (address.startsWith("!")) continue;
      if (cell.t === "n" || cell.t === "s" || cell.t === "b") seen.values[address] = cell.v;
      if (cell.t === "e") seen.values[address] = cell.w;
      if (cell.c) seen.comments[address] = cell.c.map((each) => each.t).join("");
    }
    return seen;
  });
}

for (const file of process.argv.slice(2)) {
  const content = fs.readFileSync(file);
  for (const [program, read] of [["exceljs", byExcelJS], ["SheetJS", bySheetJS]]) {
    const told = { file, program };
    try {
      told.sheets = await read(content);
    } catch (error) {
      told.failed = String(error).slice(0, 300);
    }
    console.log(JSON.stringify(told));
  }
}
