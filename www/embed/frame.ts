// The element in a frame: the page around it loads a small script that talks to it, and nothing else.
import { connect } from "../frame/host.js"; // "frame-host.js" beside "frame.html"

const bilan = await connect(document.querySelector("iframe")!, location.origin);

bilan.set({ language: "en", messages: "en" });
bilan.text = "The army acknowledged heavy losses on Sunday without giving a number.";

export const report = await bilan.report();
