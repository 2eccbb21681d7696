//! The core as WebAssembly with its bindings, in `target/wasm`.

use crate::shell::{cargo, program, root, run, target};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Stdio;
use wasm_bindgen_cli_support::Bindgen;

pub const TRIPLE: &str = "wasm32-unknown-unknown";

/// Where the bindings lie: `bilan.js`, `bilan.d.ts`, `bilan_bg.wasm`.
pub fn folder() -> PathBuf {
    target().join("wasm")
}

/// Builds the core for the browser and writes its bindings.
pub fn build() -> Result<()> {
    add_target()?;
    run(cargo()
        .args(["build", "--quiet", "--profile", "wasm", "--package", "bilan", "--lib", "--target", TRIPLE])
        .env("CARGO_TARGET_DIR", target())
        .env("CARGO_ENCODED_RUSTFLAGS", rustflags()))?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(target().join(TRIPLE).join("wasm").join("bilan.wasm"))
        .web(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        // Else `init()` without an address fails instead of looking beside the script.
        .omit_default_module_path(false);
    bindgen.generate(folder()).context("The bindings for the browser could not be written.")
}

/// Adds the target when the installed Rust lacks it.
pub fn add_target() -> Result<()> {
    // A Rust that did not come from rustup may have the target as well: ask the compiler first.
    let libraries =
        program("rustc").args(["--print", "target-libdir", "--target", TRIPLE]).stderr(Stdio::null()).output();
    if libraries.is_ok_and(|found| PathBuf::from(String::from_utf8_lossy(&found.stdout).trim()).is_dir()) {
        return Ok(());
    }
    run(program("rustup").args(["target", "add", TRIPLE]))
}

/// Keeps folders of this machine out of the wasm, so that two people build the same bytes.
fn rustflags() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=", root().display())];
    if let Some(home) = home {
        flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
    }
    flags.join("\u{1f}")
}
