// What the examples import from packages that bring no types, as far as it is used there.
declare module "*.css";
declare module "trix";

declare module "draft-js" {
  export class ContentState {
    static createFromText(text: string): ContentState;
  }
  export class EditorState {
    static createWithContent(content: ContentState): EditorState;
    getCurrentContent(): ContentState;
  }
  export class Editor {
    editor: HTMLElement | null;
  }
  export function convertFromRaw(content: { blocks: { text: string }[] }): ContentState;
  export function convertToRaw(content: ContentState): { blocks: { text: string }[] };
}

declare module "react" {
  export function createElement(type: unknown, props?: object): unknown;
  export function useState<T>(start: () => T): [T, (value: T) => void];
}

declare module "react-dom" {
  export function render(element: unknown, place: Element): void;
  export function unmountComponentAtNode(place: Element): boolean;
}
