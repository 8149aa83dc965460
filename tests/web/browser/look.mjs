// Opens pages in a browser without a window and tells what is there, one line of JSON a page.
//
//     node look.mjs MODULES CHROMIUM < jobs.jsonl
//
// MODULES is the folder that holds playwright-core and axe-core. A job has "url" and may have
// "width", "height", "cookie" ("name=value"), "scheme" ("light" or "dark"), "script" (false: none
// runs), "media" ("print"), "axe" (true: look for what breaks WCAG 2.2 AA), "shot" (a file), "whole" (the page
// beyond the window as well), and "steps": ["fill", selector, text], ["click", selector],
// ["press", key], ["read", selector], ["clipboard"]. The answer is the job with "status",
// "violations", "requests" (to other hosts), "errors", "overflow" (pixels beyond the width) and
// "told" (what was read).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [modules, chromium] = process.argv.slice(2);
const require = createRequire(join(modules, "/"));
const playwright = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

async function look(browser, job) {
  const home = new URL(job.url).origin;
  const context = await browser.newContext({
    viewport: { width: job.width ?? 1280, height: job.height ?? 900 },
    colorScheme: job.scheme ?? "light",
    javaScriptEnabled: job.script ?? true,
    reducedMotion: "reduce",
    bypassCSP: job.axe ?? false, // axe itself runs as script in the page
  });
  if (job.cookie) {
    const [name, value] = job.cookie.split("=");
    await context.addCookies([{ name, value, url: home }]);
  }
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: home });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const answer = { ...job, violations: [], requests: [], errors: [], told: [] };
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home + "/") && !url.startsWith("data:")) answer.requests.push(url);
  });
  page.on("pageerror", (error) => answer.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") answer.errors.push(message.text());
  });
  const response = await page.goto(job.url, { waitUntil: "load" });
  answer.status = response.status();
  if (job.media) await page.emulateMedia({ media: job.media });
  for (const step of job.steps ?? []) await take(page, step, answer);
  if (job.axe) answer.violations = await examine(page);
  answer.overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (job.shot) await page.screenshot({ path: job.shot, fullPage: job.whole ?? true });
  await context.close();
  return answer;
}

async function take(page, [verb, ...words], answer) {
  if (verb === "fill") await page.fill(...words);
  else if (verb === "click") await page.click(...words);
  else if (verb === "press") await page.keyboard.press(...words);
  else if (verb === "read") answer.told.push(await page.innerText(...words));
  else if (verb === "clipboard") answer.told.push(await page.evaluate(() => navigator.clipboard.readText()));
  else throw new Error(`no such step: ${verb}`);
  // A page that a click or a key led to has no keys before its script has run.
  if (verb === "click" || verb === "press") await page.waitForLoadState("load");
}

async function examine(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: "tag", values } }),
    RULES,
  );
  return found.violations.map((rule) => ({
    rule: rule.id,
    help: rule.help,
    nodes: rule.nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
  }));
}

const browser = await playwright.chromium.launch({ executablePath: chromium, args: ARGUMENTS });
try {
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const job = JSON.parse(line);
    const nothing = { status: 0, violations: [], requests: [], told: [], overflow: 0 };
    const answer = await look(browser, job).catch((error) => ({ ...job, ...nothing, errors: [String(error)] }));
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
} finally {
  await browser.close();
}
