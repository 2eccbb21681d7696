/** Texts that the bundler puts into the script, so that nothing is fetched for them. */
declare module "*.txt" {
  const text: string;
  export default text;
}
