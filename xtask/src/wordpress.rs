//! The plugin in two real WordPresses: one that edits in the page, one that edits in a frame.
//!
//! Debian's package has the first, a package of npm the second and what lets both have a file as their
//! database. Neither is started as a service: PHP serves them on the loopback for as long as the test takes.

use crate::shell::{answers, output, program, run as command, target};
use crate::{browser, site, wasm};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The package and its version; within it, the WordPress that is unpacked.
const BUILDS: &str = "@wp-playground/wordpress-builds@0.9.19";
const BUILD: &str = "nightly";

/// What Debian calls what is needed to run WordPress.
const NEEDED: [&str; 6] = ["ca-certificates", "php-cli", "php-mbstring", "php-sqlite3", "php-xml", "unzip"];

/// WordPress itself with what its links lead to. Installed, it would bring a web server along.
const PACKAGES: [&str; 4] = ["wordpress", "libjs-cropper", "libjs-underscore", "php-getid3"];

/// The package of Debian has no theme: it gets one of the other.
const THEME: &str = "wp-content/themes/twentytwentythree";

pub fn run() -> Result<()> {
    needed()?;
    let browser = browser::find_or_install()?;
    let there = folder();
    if !there.join("plain").exists() {
        plain(&there).context("Debian's WordPress could not be unpacked.")?;
    }
    if !there.join("iframed").exists() {
        iframed(&there).context("The WordPress of the npm package could not be unpacked.")?;
    }
    if !there.join("plain").join(THEME).exists() {
        copy(&there.join("iframed").join(THEME), &there.join("plain").join(THEME))?;
    }
    let parts = there.join("parts");
    if parts.exists() {
        fs::remove_dir_all(parts)?;
    }
    let shipped = there.join("shipped");
    println!("Building the plugin …");
    wasm::build()?;
    site::packages()?;
    site::build(&site::folder())?;
    command(
        program("node")
            .args(["www/ship.mjs", "--out"])
            .arg(&shipped)
            .arg("--site")
            .arg(site::folder())
            .arg("--core")
            .arg(wasm::folder()),
    )?;
    command(
        program("node")
            .args(["--test", "--test-reporter=spec", "tests/wordpress/wordpress.test.mjs"])
            .env("BILAN_CHROMIUM", browser)
            .env("BILAN_WORDPRESS", &there)
            .env("BILAN_WORDPRESS_PLUGIN", shipped.join("wordpress/bilan")),
    )
}

fn folder() -> PathBuf {
    target().join("wordpress")
}

/// Installs what is missing where it may.
fn needed() -> Result<()> {
    if !answers("dpkg", "--version") {
        bail!("The WordPress that edits in the page is a package of Debian: this test needs Debian or Ubuntu.");
    }
    let missing: Vec<&str> = NEEDED.into_iter().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !browser::may_install() {
        bail!("To run WordPress these packages have to be installed: {}.", missing.join(", "));
    }
    println!("Installing {} …", missing.join(", "));
    browser::install(&missing)
}

fn installed(package: &str) -> bool {
    let state = program("dpkg-query").args(["--show", "--showformat=${Status}", package]).output();
    state.is_ok_and(|found| found.stdout.ends_with(b"ok installed"))
}

/// Debian's package as a folder, with its links followed and without being installed.
fn plain(there: &Path) -> Result<()> {
    println!("Unpacking Debian's WordPress …");
    let parts = fresh(&there.join("parts"))?;
    command(program("apt-get").args(["download", "-qq"]).args(PACKAGES).current_dir(&parts))?;
    for file in fs::read_dir(&parts)?.flatten() {
        command(program("dpkg-deb").arg("-x").arg(file.path()).arg(&parts))?;
    }
    let found = parts.join("usr/share/wordpress");
    // It leads to the rules of a server that is not there.
    fs::remove_file(found.join(".htaccess"))?;
    copy(&found, &there.join("plain"))
}

/// Scripts and styles of a build lie beside it, so that they can be served without PHP.
fn iframed(there: &Path) -> Result<()> {
    println!("Fetching {BUILDS}, 158 MB …");
    let parts = fresh(&there.join("parts"))?;
    let packed = output(program("npm").args(["pack", "--silent", "--pack-destination"]).arg(&parts).arg(BUILDS))?;
    command(program("tar").arg("-xzf").arg(parts.join(packed.trim())).arg("-C").arg(&parts))?;
    let package = parts.join("package");
    let unzip = |file: &str, to: &Path| {
        command(program("unzip").args(["-q", "-o"]).arg(package.join("src").join(file)).arg("-d").arg(to))
    };
    unzip("sqlite-database-integration/sqlite-database-integration.zip", &parts)?;
    copy(&parts.join("sqlite-database-integration-main"), &there.join("sqlite"))?;
    let build = package.join(format!("public/wp-{BUILD}"));
    unzip(&format!("wordpress/wp-{BUILD}.zip"), &build)?;
    copy(&build, &there.join("iframed"))
}

/// An empty folder.
fn fresh(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    Ok(folder.to_owned())
}

/// A copy of a whole folder with what its links lead to; there is all of it or none.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let part = to.with_extension("part");
    for old in [&part, &to.to_owned()] {
        if old.exists() {
            fs::remove_dir_all(old)?;
        }
    }
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    command(program("cp").arg("-RL").arg(from).arg(&part))?;
    Ok(fs::rename(part, to)?)
}
