// Adds pages in a browser without a window, as a person does. Tells each state of the job on a line
// as soon as it sees it, and on the last line, as JSON, all that it saw.
//
//   node adding.mjs MODULES CHROMIUM URL drop|form FILE...
//
// MODULES is the folder with playwright-core. "drop" drops the files on the page with script,
// "form" chooses them and sends the form without script.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

const [modules, chromium, url, way, ...files] = process.argv.slice(2);
const playwright = createRequire(join(modules, "/"))("playwright-core");
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const PATIENCE = 120_000; // ms: the models are loaded before the first page

const browser = await playwright.chromium.launch({ executablePath: chromium, args: ARGUMENTS });
try {
  const context = await browser.newContext({ javaScriptEnabled: way === "drop" });
  const page = await context.newPage();
  const seen = { states: [], errors: [], requests: [] };
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") seen.errors.push(message.text()); });
  page.on("request", (request) => { if (!request.url().startsWith(url)) seen.requests.push(request.url()); });
  await page.goto(`${url}add`);
  if (way === "drop") {
    const given = files.map((file) => [basename(file), readFileSync(file, "utf8")]);
    const transfer = await page.evaluateHandle((all) => {
      const made = new DataTransfer();
      for (const [name, text] of all) made.items.add(new File([text], name));
      return made;
    }, given);
    await page.dispatchEvent("[data-drop]", "dragover", { dataTransfer: transfer });
    seen.over = await page.locator("[data-drop].over").count();
    await page.dispatchEvent("[data-drop]", "drop", { dataTransfer: transfer });
  } else {
    await page.setInputFiles("input[type=file]", files);
    await page.click("[data-drop] button");
  }
  const state = page.locator("[data-state]");
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const now = await state.getAttribute("data-state", { timeout: PATIENCE }).catch(() => null);
    if (now && seen.states.at(-1) !== now) {
      seen.states.push(now);
      process.stdout.write(`${now}\n`);
    }
    if (now === "done" || now === "stopped") break;
    await page.waitForTimeout(100);
  }
  seen.address = new URL(page.url()).pathname;
  seen.pages = await page.locator("section[aria-labelledby=pages] tbody th a").allInnerTexts();
  seen.problems = await page.locator("section[aria-labelledby=problems] tbody td:last-child").allInnerTexts();
  await page.locator("section[aria-labelledby=pages] tbody th a").first().click();
  seen.article = await page.locator("h1").first().innerText();
  process.stdout.write(JSON.stringify(seen));
} finally {
  await browser.close();
}
