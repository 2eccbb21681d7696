// Where Chromium is, and how it is started.
import { existsSync } from "node:fs";
import { require } from "./site.mjs";

const puppeteer = require("puppeteer-core");
export const axeScript = require.resolve("axe-core/axe.min.js");

const NAMES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Starts Chromium: the one named in BILAN_CHROMIUM or CHROME, else one of the usual places. */
export function launch() {
  const executablePath = process.env.BILAN_CHROMIUM ?? process.env.CHROME ?? NAMES.find(existsSync);
  if (!executablePath) throw new Error("No Chromium was found; name one in BILAN_CHROMIUM.");
  const alone = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return puppeteer.launch({ executablePath, args: [...alone, "--disable-dev-shm-usage", "--force-color-profile=srgb"] });
}
