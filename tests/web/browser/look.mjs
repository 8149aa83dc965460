// Opens pages in a browser without a window and tells what is there, one JSON line a page.
//
//   node look.mjs MODULES CHROMIUM < jobs.jsonl
//
// MODULES is the folder with playwright-core and axe-core. A job is
//   {"url", "width", "height", "scheme": "light" | "dark", "script": bool, "media": "print" | null,
//    "axe": bool, "shot": file | null, "whole": bool, "steps": [[verb, ...], ...]}
// and an answer adds "status", "violations", "requests", "errors", "overflow".
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
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
  const context = await browser.newContext({
    viewport: { width: job.width ?? 1280, height: job.height ?? 900 },
    colorScheme: job.scheme ?? "light",
    javaScriptEnabled: job.script ?? true,
    reducedMotion: "reduce",
    bypassCSP: job.axe ?? false, // axe itself runs as script in the page
  });
  const page = await context.newPage();
  const answer = { ...job, violations: [], requests: [], errors: [] };
  const home = new URL(job.url).origin;
  page.on("request", (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith("data:")) answer.requests.push(request.url());
  });
  page.on("pageerror", (error) => answer.errors.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") answer.errors.push(message.text()); });
  const response = await page.goto(job.url, { waitUntil: "load" });
  answer.status = response.status();
  if (job.media) await page.emulateMedia({ media: job.media });
  if (job.axe) {
    await page.evaluate(axe);
    const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: "tag", values } }), RULES);
    answer.violations = found.violations.map((rule) => ({
      rule: rule.id,
      help: rule.help,
      nodes: rule.nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
    }));
  }
  answer.overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (job.shot) await page.screenshot({ path: job.shot, fullPage: job.whole ?? true });
  await context.close();
  return answer;
}

const browser = await playwright.chromium.launch({ executablePath: chromium, args: ARGUMENTS });
try {
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const job = JSON.parse(line);
    let answer;
    try {
      answer = await look(browser, job);
    } catch (error) {
      answer = { ...job, status: 0, violations: [], requests: [], errors: [String(error)], overflow: 0 };
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
} finally {
  await browser.close();
}
