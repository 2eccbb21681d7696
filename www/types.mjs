// The types that go out, each in one file with every type that it names. The element's are an interface
// for what its class shows: the class itself cannot go out, or whoever uses it would need Lit.
import { ts } from "@custom-elements-manifest/analyzer";
import path from "node:path";
import { parse } from "./manifest.mjs";

const ELEMENT = "element/element.ts";

/** `bilan.d.ts` for what `manifest` lists. Types of the core come from `./core.js`. */
export async function typesOf(manifest) {
  const [declaration] = manifest.modules[0].declarations;
  const collected = new Collector();
  const source = await parse(ELEMENT);
  const members = declaration.members.map((member) => memberOf(member, declaration));
  const shown = new Set(declaration.members.map(({ name }) => name));
  const [type] = source.statements.filter((node) => ts.isClassDeclaration(node));
  for (const member of type.members.filter(({ name }) => shown.has(name?.getText(source)))) await collected.from(ELEMENT, member);
  const [global] = source.statements.filter((node) => ts.isModuleDeclaration(node));
  await collected.from(ELEMENT, global);
  const core = [...collected.core].sort().join(", ");
  return [
    `import type { ${core} } from "./core.js";`,
    `export type * from "./core.js";`,
    ...collected.declarations.values(),
    `${comment(declaration.description, "")}export interface ${declaration.name} extends HTMLElement {\n${members.join("\n")}\n}`,
    global.getText(source),
  ].join("\n\n") + "\n";
}

/**
 * The types of a module, from what the compiler says of it: `declarations` for the source `file`. `core` is
 * where the types of the core lie.
 */
export async function flattened(file, declarations, core) {
  const collected = new Collector();
  const source = ts.createSourceFile(file, declarations, ts.ScriptTarget.ES2022, true);
  const [imports, own] = [true, false].map((wanted) => source.statements.filter((node) => ts.isImportDeclaration(node) === wanted));
  for (const { importClause } of imports) {
    for (const { name } of importClause.namedBindings.elements) await collected.declare(file, source, name.text);
  }
  const used = [...collected.core].sort().join(", ");
  return [
    ...(used ? [`import type { ${used} } from "${core}";`] : []),
    ...collected.declarations.values(),
    ...own.map((node) => node.getFullText(source).trim()),
  ].join("\n\n") + "\n";
}

function memberOf({ kind, name, readonly, description, attribute, type, parameters = [], return: returned }, { attributes }) {
  const said = attributes.find((one) => one.name === attribute)?.description ?? description;
  const doc = comment(said, "  ");
  if (kind === "method") {
    const list = parameters.map((one) => `${one.name}${one.optional ? "?" : ""}: ${one.type.text}`).join(", ");
    return `${doc}  ${name}(${list}): ${returned.type.text};`;
  }
  return `${doc}  ${readonly ? "readonly " : ""}${name}: ${type.text};`;
}

function comment(text, indent) {
  if (!text) return "";
  return `${indent}/**\n${text.trim().split("\n").map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

/** Declarations of all types that a piece of source names, and of those that they name. */
class Collector {
  core = new Set();
  declarations = new Map();

  async from(file, node) {
    const source = await parse(file);
    const names = new Set();
    const visit = (inner) => {
      if (ts.isTypeReferenceNode(inner) || ts.isExpressionWithTypeArguments(inner)) names.add((inner.typeName ?? inner.expression).getText());
      // What a function does is no part of its type.
      if (!ts.isBlock(inner)) ts.forEachChild(inner, visit);
    };
    visit(node);
    for (const name of names) await this.declare(file, source, name);
  }

  async declare(file, source, name) {
    const own = source.statements.find((node) =>
      (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name.text === name);
    if (own) {
      const text = own.getFullText(source).trim();
      const there = this.declarations.get(name);
      if (there !== undefined && there !== exported(text)) throw new Error(`Two types are called “${name}”.`);
      if (there !== undefined) return;
      this.declarations.set(name, exported(text));
      return this.from(file, own);
    }
    const from = source.statements.find((node) => ts.isImportDeclaration(node) &&
      node.importClause?.namedBindings?.elements?.some((one) => one.name.text === name))?.moduleSpecifier.text;
    if (from === "bilan-core") this.core.add(name);
    else if (from?.startsWith(".")) {
      const next = path.posix.join(path.posix.dirname(file), `${from}.ts`);
      await this.declare(next, await parse(next), name);
    } else if (from) throw new Error(`The type “${name}” comes from ${from}, which users of the element need not have.`);
    // Else it is the language's or the browser's own, or the element itself.
  }
}

function exported(text) {
  return /^export /m.test(text) ? text : text.replace(/^(interface|type) /m, "export $1 ");
}
