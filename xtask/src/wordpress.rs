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

/// What Debian calls what is needed to run WordPress; the package of WordPress itself would bring a web server along.
const NEEDED: [&str; 9] = [
    "ca-certificates",
    "libjs-cropper",
    "libjs-underscore",
    "php-cli",
    "php-getid3",
    "php-mbstring",
    "php-sqlite3",
    "php-xml",
    "unzip",
];

pub fn run() -> Result<()> {
    needed()?;
    let browser = browser::find_or_install()?;
    let there = folder();
    if !there.join("plain/wp-includes").exists() {
        plain(&there).context("Debian's WordPress could not be unpacked.")?;
    }
    if !there.join("iframed/wp-includes").exists() {
        iframed(&there).context("The WordPress of the npm package could not be unpacked.")?;
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
    let parts = fresh(&there.join("parts/debian"))?;
    command(program("apt-get").args(["download", "-qq", "wordpress"]).current_dir(&parts))?;
    let Some(package) = fs::read_dir(&parts)?.flatten().map(|entry| entry.path()).next() else {
        bail!("`apt-get download` left no file.");
    };
    command(program("dpkg-deb").arg("-x").arg(package).arg(&parts))?;
    // Links lead to packages that are installed, or, as that to the server's own rules, nowhere.
    let found = parts.join("usr/share/wordpress");
    fs::remove_file(found.join(".htaccess"))?;
    copy(&found, &there.join("plain"))
}

/// Scripts and styles of a build lie beside it, so that they can be served without PHP.
fn iframed(there: &Path) -> Result<()> {
    println!("Fetching {BUILDS}, 158 MB …");
    let parts = fresh(&there.join("parts/npm"))?;
    let packed = output(program("npm").args(["pack", "--silent", "--pack-destination"]).arg(&parts).arg(BUILDS))?;
    command(program("tar").arg("-xzf").arg(parts.join(packed.trim())).arg("-C").arg(&parts))?;
    let package = parts.join("package");
    let unzip = |file: &str, to: &Path| {
        command(program("unzip").args(["-q", "-o"]).arg(package.join("src").join(file)).arg("-d").arg(to))
    };
    unzip("sqlite-database-integration/sqlite-database-integration.zip", &parts)?;
    copy(&parts.join("sqlite-database-integration-main"), &there.join("sqlite"))?;
    let build = fresh(&parts.join("build"))?;
    unzip(&format!("wordpress/wp-{BUILD}.zip"), &build)?;
    copy(&package.join(format!("public/wp-{BUILD}/.")), &build)?;
    // The package of Debian has no theme.
    let theme = "wp-content/themes/twentytwentythree";
    copy(&build.join(theme), &there.join("plain").join(theme))?;
    copy(&build, &there.join("iframed"))?;
    fs::remove_dir_all(&parts)?;
    Ok(())
}

/// An empty folder.
fn fresh(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    Ok(folder.to_owned())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    command(program("cp").arg("-RL").arg(from).arg(to))
}
