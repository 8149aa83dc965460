// Decides as a person does, with mouse and keys: node deciding.mjs MODULES CHROMIUM BASE FLOW ARGUMENTS
// Prints what is then seen, as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, executablePath, base, flow, given] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const text = async (page, selector) => (await page.locator(selector).allInnerTexts()).join(" ").replace(/\s+/g, " ");
const judging = (page) => text(page, ".judging");
const title = (page) => text(page, "h1, h2.row-title");

const FLOWS = {
  // Correct a speaker with the keys, and look at the row and at a list.
  async correct(page, { row, name, list }) {
    await page.goto(`${base}/row/${row}`);
    await page.keyboard.press("e");
    const focused = await page.evaluate(() => document.activeElement.name);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await page.waitForURL(/done=/);
    const seen = { focused, judging: await judging(page), title: await title(page) };
    await page.goto(`${base}${list}`);
    return { ...seen, list: await text(page, "main") };
  },
  async see(page, { row }) {
    await page.goto(`${base}/row/${row}`);
    return { judging: await judging(page), title: await title(page) };
  },
  async undo(page, { row }) {
    await page.goto(`${base}/row/${row}`);
    await Promise.all([page.waitForURL(/done=/), page.keyboard.press("u")]);
    return { judging: await judging(page), title: await title(page) };
  },
  // Merge two names from a row, and take it back with the first button that offers it.
  async merge(page, { row, words, name }) {
    await page.goto(`${base}/row/${row}`);
    const before = await title(page);
    await page.getByText("Same or not the same").click();
    await page.locator('.judging a[href^="/people"]').first().click();
    await page.getByLabel("Names that hold").fill(words);
    await page.getByRole("button", { name: "Look" }).click();
    await page.locator("main").getByRole("link", { name }).first().click();
    const sides = await text(page, ".sides");
    await page.getByRole("radio", { name }).check();
    await page.getByRole("button", { name: "One person" }).click();
    await page.waitForURL(/done=/);
    const merged = await title(page);
    await page.locator(".done").getByRole("button", { name: "Undo" }).click();
    await page.waitForURL(/done=/);
    return { before, sides, merged, after: await title(page) };
  },
  // Go through the queue with the keys, then without them.
  async keys(page) {
    const at = () => page.locator(".verdicts input[name=row]").first().inputValue();
    await page.goto(`${base}/review`);
    const rows = [await at()];
    for (const key of ["n", "p", "a", "u"]) {
      const before = page.url();
      await page.keyboard.press(key);
      await page.waitForURL((url) => url.href !== before);
      await page.waitForLoadState("load");
      rows.push(await at());
    }
    await page.getByRole("button", { name: /switch off/ }).click();
    await page.keyboard.press("a");
    await page.waitForTimeout(300);
    return { rows, off: await at(), state: await text(page, ".state") };
  },
  async plain(page, { row }) {
    await page.goto(`${base}/row/${row}`);
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await page.waitForURL(/done=/);
    const judged = await judging(page);
    await page.getByRole("button", { name: /Undo/ }).first().click();
    await page.waitForURL(/done=/);
    return { judged, undone: await judging(page) };
  },
  // What axe finds on pages, and which are wider than the window.
  async look(page, { paths }) {
    const found = [];
    for (const path of paths) {
      await page.goto(`${base}${path}`);
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
      for (const each of violations) found.push(`${path}: ${each.id}: ${each.nodes[0].html.slice(0, 200)}`);
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(`${path}: wider than ${page.viewportSize().width}`);
    }
    return { found };
  },
};

const options = JSON.parse(given);
const browser = await chromium.launch({ executablePath, args: ARGS });
const page = await browser.newPage({
  javaScriptEnabled: flow !== "plain",
  colorScheme: options.scheme ?? "light",
  viewport: { width: options.width ?? 1280, height: 900 },
  bypassCSP: flow === "look", // axe is put into the page
});
page.setDefaultTimeout(30_000);
try {
  console.log(JSON.stringify(await FLOWS[flow](page, options)));
} finally {
  await browser.close();
}
