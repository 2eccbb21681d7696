/** Texts that the bundler puts into the script, so that nothing is fetched for them. */
declare module "*.txt" {
  const text: string;
  export default text;
}

/** The form of mammoth for browsers has no types of its own. */
declare module "mammoth/mammoth.browser.js" {
  import mammoth from "mammoth";
  export default mammoth;
}

/** The core for the single script: WebAssembly, packed with gzip, in base64. */
declare module "packed-core" {
  const packed: string;
  export default packed;
}
