//! A browser that runs without a screen.

use crate::shell::{answers, output, program, run};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ELSEWHERE: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// The path of Chromium; installs Debian's when there is none and it may.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if !may_install() {
        bail!("No browser was found: install Chromium, or say where it is in BILAN_CHROMIUM.");
    }
    println!("No browser was found; installing chromium …");
    install(&["chromium"])?;
    match find() {
        Some(found) => Ok(found),
        None => bail!("Chromium was installed, but no program of that name was found."),
    }
}

/// Whether packages of Debian or Ubuntu can be installed here.
pub fn may_install() -> bool {
    answers("apt-get", "--version") && output(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs packages of Debian or Ubuntu.
pub fn install(packages: &[&str]) -> Result<()> {
    run(program("apt-get").args(["update", "-qq"]))?;
    run(program("apt-get")
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

fn find() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("BILAN_CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect();
    let named = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    named.chain(ELSEWHERE.iter().map(|path| Path::new(path).to_owned())).find(|path| path.is_file())
}
