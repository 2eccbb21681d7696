// Makes the picture of the README: `node tests/browser/screenshot.mjs [en|fr] [FILE]`.
// The example article with a card chosen, in a wide window, light. FILE: www/page/screenshot.png when absent.
import path from "node:path";
import { launch } from "./chromium.mjs";
import { root, serve } from "./site.mjs";

const [language = "en", file = path.join(root, "www/page/screenshot.png")] = process.argv.slice(2);
const site = await serve();
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 860 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  await page.goto(site.url);
  await page.click(`[data-interface=${language}]`);
  await page.click("#example");
  await page.$eval("bilan-check", (element) => element.report());
  await page.evaluate(() => document.activeElement.blur());
  await (await page.waitForSelector("bilan-check >>> .card")).evaluate((card) => card.click());
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600))); // the scrolling comes to rest
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await site.close();
}
