//! The page as a folder of static files.

use crate::shell::{program, root, run, target};
use crate::{reference, wasm};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Where the page is built for `serve`, `test` and `bench`.
pub fn folder() -> PathBuf {
    target().join("site")
}

/// Core and page, ready to be served.
pub fn build_all() -> Result<()> {
    println!("Building the core …");
    wasm::build()?;
    println!("Building the page …");
    packages()?;
    build(&folder())
}

/// The page alone, into `out`; the core has been built.
pub fn build(out: &Path) -> Result<()> {
    run(program("node").args(["www/build.mjs", "--minify", "--out"]).arg(out).arg("--core").arg(wasm::folder()))?;
    reference::write(out)
}

/// What the page is built with, exactly as its lock file says.
pub fn packages() -> Result<()> {
    let www = root().join("www");
    // npm writes the inner file at the end of an installation.
    let installed = changed(&www.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(&www.join("package-lock.json")) {
        return Ok(());
    }
    run(program("npm").args([
        "--prefix",
        "www",
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))
}

fn changed(file: &Path) -> Option<SystemTime> {
    file.metadata().and_then(|data| data.modified()).ok()
}
