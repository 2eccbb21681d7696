//! Speed and size in a real browser; the measuring itself is `xtask/bench.mjs`.

use crate::serve::Open;
use crate::shell::{program, root, run as run_program, target};
use crate::{browser, site, wasm};
use anyhow::Result;
use std::fs;

const FIRST_PORT: u16 = 8180;

pub fn run() -> Result<()> {
    let browser = browser::find_or_install()?;
    println!("Building the core …");
    wasm::build()?;
    println!("Building the page …");
    site::packages()?;
    // A folder of its own: the page as it is, and beside it the worker that measures the core.
    let folder = target().join("bench");
    site::build(&folder)?;
    fs::copy(wasm::folder().join("bilan.js"), folder.join("core.js"))?;
    fs::copy(root().join("xtask/bench-worker.js"), folder.join("bench-worker.js"))?;

    let open = Open::new(&folder, FIRST_PORT)?;
    let address = open.address();
    // It answers until this program ends.
    std::thread::spawn(move || open.answer());
    println!("Measuring …\n");
    run_program(program("node").args(["xtask/bench.mjs", &address]).arg(&folder).env("BILAN_CHROMIUM", browser))
}
