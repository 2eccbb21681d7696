// The custom elements manifest: what the documentation of the element's class says, in the form
// that editors and catalogues of components read (schema 2.1.0).
import { create, ts } from "@custom-elements-manifest/analyzer";
import { litPlugin } from "@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const www = path.dirname(fileURLToPath(import.meta.url));

/** The syntax tree of a source file; `file` is relative to `www`. */
export async function parse(file) {
  return ts.createSourceFile(file, await readFile(path.join(www, file), "utf8"), ts.ScriptTarget.ES2022, true);
}

export async function manifest() {
  const modules = [await parse("element/define.ts"), await parse("element/element.ts")];
  const types = eventTypes(modules[1]);
  const found = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const declaration = found.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);
  const { members, attributes, events, ...rest } = declaration;
  const script = "bilan.js";
  return {
    schemaVersion: "2.1.0",
    modules: [{
      kind: "javascript-module",
      path: script,
      declarations: [{
        ...rest,
        attributes: attributes.filter(({ name }) => !name.startsWith("_")),
        // What the class keeps to itself is no business of others.
        members: members.filter(({ name, privacy }) => !/^[_#]/.test(name) && (privacy ?? "public") === "public"),
        events: events.filter(({ name }) => types.has(name)).map((event) => ({ ...event, type: { text: types.get(event.name) } })),
      }],
      exports: [{
        kind: "custom-element-definition",
        name: declaration.tagName,
        declaration: { name: declaration.name, module: script },
      }],
    }],
  };
}

/** The types of the element's events, as the map of all events states them. */
function eventTypes(source) {
  const types = new Map();
  const visit = (node) => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === "HTMLElementEventMap") {
      for (const member of node.members) types.set(member.name.text, member.type.getText(source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return types;
}
