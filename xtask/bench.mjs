// Measures speed and size of a built page in Chromium: node xtask/bench.mjs ADDRESS FOLDER
// ADDRESS serves FOLDER, which holds the page, core.js and bench-worker.js. BILAN_CHROMIUM names the browser.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const [address, folder] = process.argv.slice(2);
const www = fileURLToPath(new URL("../www/", import.meta.url));
const { default: puppeteer } = await import(createRequire(www).resolve("puppeteer-core"));

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 15;
const NAVIGATIONS = 7;
const TARGETS = { 1_000: 2, 100_000: 250, report: 300, page: 250_000 };

/** A small generator (mulberry32): every run reads the same texts. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `words` words of news, from the paragraphs of an example in ever new order. */
async function news(language, words) {
  const paragraphs = (await readFile(`${www}page/example.${language}.txt`, "utf8")).split("\n").slice(3).filter(Boolean);
  const next = random(words);
  const lines = [];
  for (let left = words; left > 0; ) {
    const order = paragraphs.map((text) => ({ text, at: next() })).sort((a, b) => a.at - b.at);
    for (const { text } of order) {
      const taken = text.split(" ").slice(0, left);
      if (taken.length > 0) lines.push(taken.join(" "));
      left -= taken.length;
    }
  }
  return lines.join("\n\n");
}

/** Texts that nobody writes, each to be repeated: what is compared with what in them would show in the time. */
const HOSTILE = {
  "quotation marks": "« “ \" ",
  "numbers": "12 345 ",
  "one sentence of tolls": "des dizaines de morts, 12 blessés, ",
  "one sentence of speech": "a dit le ministre, ",
  "dates": "mardi 12 mars 2025. ",
  "totals": "41 blessés : 17 soldats, 12 policiers et 12 civils. ",
};
const REPEATS = [2_000, 16_000];

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const number = (value, digits = 0) =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const kilobytes = (bytes) => `${number(bytes / 1000, 1)} kB`;
const against = (value, most, unit) => `${value <= most ? "within" : "OVER"} ${number(most)} ${unit}`;

/** Times of `check` inside a worker, and the memory of the core. */
async function core(browser) {
  const texts = [];
  for (const words of SIZES) {
    for (const language of ["fr", "en"]) {
      texts.push({ name: `${language} ${words}`, language, words, text: await news(language, words), options: { language } });
    }
  }
  for (const [name, piece] of Object.entries(HOSTILE)) {
    for (const times of REPEATS) {
      texts.push({ name: `${name} ${times}`, hostile: true, text: piece.repeat(times), options: { language: "fr" } });
    }
  }
  const page = await browser.newPage();
  await page.setBypassCSP(true); // this worker is not the page's own, so its policy has no name for it
  await page.goto(address);
  const measured = await page.evaluate(
    (texts, rounds) =>
      new Promise((resolve, reject) => {
        const worker = new Worker("bench-worker.js", { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message || "The worker did not start."));
        worker.postMessage({ texts, rounds });
      }),
    texts,
    ROUNDS,
  );
  await page.close();

  console.log(`Reading in the worker (medians of ${ROUNDS} interleaved rounds)`);
  console.log("language     words       ms   µs a word");
  const each = {};
  for (const { name, language, words } of texts.filter(({ hostile }) => !hostile)) {
    const ms = median(measured.samples[name]);
    each[name] = (ms * 1000) / words;
    const target = TARGETS[words] ? `   ${against(ms, TARGETS[words], "ms")}` : "";
    console.log(`${language}       ${number(words).padStart(9)} ${number(ms, 2).padStart(8)} ${number(each[name], 2).padStart(11)}${target}`);
  }
  for (const language of ["fr", "en"]) {
    const ratio = each[`${language} 100000`] / each[`${language} 1000`];
    console.log(`${language}: a word of 100,000 takes ${number(ratio, 2)} times as long as one of 1,000 (linear: about 1)`);
  }
  const [few, many] = REPEATS;
  for (const name of Object.keys(HOSTILE)) {
    const ratio = median(measured.samples[`${name} ${many}`]) / median(measured.samples[`${name} ${few}`]);
    console.log(`${name}: ${many / few} times the text takes ${number(ratio, 1)} times as long`);
  }
  console.log("\nMemory of the core");
  const { start, ...after } = measured.bytes;
  console.log(`started ${kilobytes(start)}; after ${SIZES.map((words) => `${number(words)} words ${kilobytes(after[`en ${words}`])}`).join(", ")}`);
}

/** Milliseconds from navigation to the first report of the page itself, and the files that it loaded. */
async function firstReport(browser) {
  const text = await news("fr", 1_000);
  const times = [];
  let loaded = new Set();
  for (let round = 0; round < NAVIGATIONS; round++) {
    const context = await browser.createBrowserContext(); // nothing is cached
    const page = await context.newPage();
    await page.evaluateOnNewDocument((text) => {
      globalThis.reported = new Promise((resolve) => addEventListener("bilan-report", () => resolve(performance.now()), { once: true }));
      customElements.whenDefined("bilan-check").then(() => {
        document.querySelector("bilan-check").text = text;
      });
    }, text);
    await page.goto(address);
    const timeUp = new Promise((_, reject) => setTimeout(() => reject(new Error("The page gave no report in 30 s.")), 30_000).unref());
    times.push(await Promise.race([page.evaluate(() => globalThis.reported), timeUp]));
    const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    loaded = new Set([`${address}/index.html`, `${address}/icon.svg`, ...names]);
    await context.close();
  }
  console.log(`\nFirst report after navigation: ${number(median(times))} ms (median of ${NAVIGATIONS}, 1,000 words, nothing cached)   ${against(median(times), TARGETS.report, "ms")}`);
  return [...loaded].map((name) => new URL(name).pathname);
}

async function weigh(files) {
  let raw = 0;
  let packed = 0;
  console.log("\nWhat the page loads            raw    brotli");
  for (const file of files.toSorted()) {
    const bytes = await readFile(path.join(folder, file));
    const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    raw += bytes.length;
    packed += small;
    console.log(`${file.slice(1).padEnd(22)} ${kilobytes(bytes.length).padStart(11)} ${kilobytes(small).padStart(9)}`);
  }
  console.log(`${"all".padEnd(22)} ${kilobytes(raw).padStart(11)} ${kilobytes(packed).padStart(9)}   ${against(packed / 1000, TARGETS.page / 1000, "kB")}`);
}

const browser = await puppeteer.launch({
  executablePath: process.env.BILAN_CHROMIUM,
  // As root, in a container, the browser's sandbox cannot be set up, and shared memory is short.
  args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-dev-shm-usage"] : [],
});
try {
  console.log(`${await browser.version()}\n`);
  await core(browser);
  await weigh(await firstReport(browser));
} finally {
  await browser.close();
}
