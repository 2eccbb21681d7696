//! Everything that must hold before a change is shared.

use crate::shell::{self, cargo, program, root};
use crate::wasm::TRIPLE;
use crate::{browser, site, wasm};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::time::Instant;

type Step = (&'static str, fn() -> Result<()>);

/// In the order of what fails soonest.
const STEPS: [Step; 9] = [
    ("format", format),
    ("lint", lint),
    ("lint for the browser", lint_wasm),
    ("Rust tests, command line, examples in the docs", rust),
    ("core for the browser", wasm::build),
    ("the browser's door", door),
    ("types of the page", types),
    ("page", page),
    ("tests in a browser", in_a_browser),
];

/// Stops at the first step that fails; what comes after it would only repeat the news.
pub fn run() -> Result<()> {
    let mut summary = String::new();
    for (at, (name, step)) in STEPS.iter().enumerate() {
        println!("\n── {name}");
        let start = Instant::now();
        let done = step();
        let mark = if done.is_ok() { "ok     " } else { "FAILED " };
        summary += &format!("{mark} {name} ({:.1} s)\n", start.elapsed().as_secs_f32());
        if let Err(error) = done {
            for (name, _) in STEPS.iter().skip(at + 1) {
                summary += &format!("not run {name}\n");
            }
            println!("\n{summary}");
            return Err(error.context(format!("Failed: {name}")));
        }
    }
    println!("\n{summary}\nEverything holds.");
    Ok(())
}

fn format() -> Result<()> {
    component("fmt", "rustfmt")?;
    shell::run(cargo().args(["fmt", "--all", "--check"])).context("`cargo fmt` puts it right")
}

fn lint() -> Result<()> {
    component("clippy", "clippy")?;
    shell::run(cargo().args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn lint_wasm() -> Result<()> {
    wasm::add_target()?;
    shell::run(cargo().args([
        "clippy",
        "--quiet",
        "--package",
        "bilan",
        "--lib",
        "--target",
        TRIPLE,
        "--",
        "-D",
        "warnings",
    ]))
}

fn rust() -> Result<()> {
    shell::run(cargo().args(["test", "--quiet", "--workspace"]))
}

fn door() -> Result<()> {
    shell::run(program("node").args(["--test", "--test-reporter=spec", "tests/wasm.test.mjs"]))
}

fn types() -> Result<()> {
    site::packages()?;
    shell::run(program("npm").args(["--prefix", "www", "--silent", "run", "check"]))
}

fn page() -> Result<()> {
    site::build(&site::folder())
}

fn in_a_browser() -> Result<()> {
    let browser = browser::find_or_install()?;
    let files = browser_tests()?;
    if files.is_empty() {
        bail!("There is no test in tests/browser.");
    }
    // By itself it leaves a core free, which on two cores means one file at a time; much of a test is waiting.
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    shell::run(
        program("node")
            .args(["--test", "--test-reporter=spec", &format!("--test-concurrency={cores}")])
            .args(files)
            .env("BILAN_CHROMIUM", browser),
    )
}

/// Named one by one: what `node --test` makes of a folder depends on its version.
fn browser_tests() -> Result<Vec<PathBuf>> {
    let folder = root().join("tests/browser");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).context("tests/browser cannot be read.")? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A slim Rust comes without formatter and linter.
fn component(command: &str, name: &str) -> Result<()> {
    let there = cargo().args([command, "--version"]).output().is_ok_and(|found| found.status.success());
    if there {
        return Ok(());
    }
    shell::run(program("rustup").args(["component", "add", name]))
}
