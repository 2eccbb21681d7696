//! What is handed to a newsroom, in `target/dist`: the page as a site, the npm package, the element
//! as one folder, and checksums of every file.

use crate::shell::{root, target};
use crate::weigh::{files, kilobytes, weigh};
use crate::{site, wasm};
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::Path;

/// What the element consists of; everything else of the site is the page around it.
const ELEMENT: [&str; 3] = ["bilan.js", "bilan-worker.js", "bilan.wasm"];
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

pub fn run() -> Result<()> {
    let dist = target().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    println!("Building the core …");
    wasm::build()?;
    println!("Building the page …");
    site::packages()?;
    let site = dist.join("site");
    site::build(&site)?;

    let embed = dist.join("embed");
    fs::create_dir_all(&embed)?;
    element(&site, &embed)?;
    let npm = dist.join("npm");
    fs::create_dir_all(&npm)?;
    element(&site, &npm)?;
    package(&npm)?;
    checksums(&dist)?;
    sizes(&dist)
}

/// The element with the licences of everything in it.
fn element(site: &Path, out: &Path) -> Result<()> {
    for name in ELEMENT {
        copy(&site.join(name), &out.join(name))?;
        // Written by the bundler beside each script that holds the work of others.
        let legal = format!("{name}.LEGAL.txt");
        if site.join(&legal).exists() {
            copy(&site.join(&legal), &out.join(&legal))?;
        }
    }
    LICENCES.iter().try_for_each(|name| copy(&root().join(name), &out.join(name)))
}

fn package(npm: &Path) -> Result<()> {
    let ours = root().join("xtask/npm");
    copy(&ours.join("README.md"), &npm.join("README.md"))?;
    copy(&ours.join("bilan.d.ts"), &npm.join("bilan.d.ts"))?;
    let manifest = replaced(&read(&ours.join("package.json"))?, "VERSION", &version()?)?;
    fs::write(npm.join("package.json"), manifest)?;
    // The bindings find the same wasm that the element loads: one copy in the package.
    let core = replaced(&read(&wasm::folder().join("bilan.js"))?, "new URL('bilan_bg.wasm'", "new URL('bilan.wasm'")?;
    let core = replaced(&core, "./bilan.d.ts", "./core.d.ts")?;
    fs::write(npm.join("core.js"), core)?;
    copy(&wasm::folder().join("bilan.d.ts"), &npm.join("core.d.ts"))
}

/// `SHA256SUMS` for `sha256sum -c`, `integrity.json` with the values of `integrity` attributes.
fn checksums(dist: &Path) -> Result<()> {
    let (mut sums, mut integrity) = (String::new(), Vec::new());
    for file in files(dist)? {
        let bytes = fs::read(&file)?;
        let name = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        sums += &format!("{sum}  {name}\n");
        // Names are those of our own files: nothing in them needs escaping.
        integrity.push(format!("  \"{name}\": \"sha384-{}\"", STANDARD.encode(Sha384::digest(&bytes))));
    }
    fs::write(dist.join("SHA256SUMS"), sums)?;
    fs::write(dist.join("integrity.json"), format!("{{\n{}\n}}\n", integrity.join(",\n")))?;
    Ok(())
}

fn sizes(dist: &Path) -> Result<()> {
    println!("\n{:40} {:>10} {:>10}", "target/dist", "raw", "brotli");
    for folder in ["site", "npm", "embed"] {
        let (mut raw, mut packed) = (0, 0);
        for file in files(&dist.join(folder))? {
            let weight = weigh(&fs::read(&file)?)?;
            raw += weight.raw;
            packed += weight.brotli;
            let name = file.strip_prefix(dist)?.display().to_string();
            println!("{name:40} {:>10} {:>10}", kilobytes(weight.raw), kilobytes(weight.brotli));
        }
        println!("{:40} {:>10} {:>10}\n", format!("{folder}, all files"), kilobytes(raw), kilobytes(packed));
    }
    println!("Checksums: target/dist/SHA256SUMS; integrity attributes: target/dist/integrity.json");
    Ok(())
}

/// The version of the core stands for all.
fn version() -> Result<String> {
    let manifest = read(&root().join("Cargo.toml"))?;
    let version = manifest.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).context("Cargo.toml names no version.")
}

/// Replaces the one place there is; a build that changed its mind must not go out half replaced.
fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    if text.matches(from).count() != 1 {
        bail!("Expected {from:?} once, but found it {} times.", text.matches(from).count());
    }
    Ok(text.replace(from, to))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).with_context(|| format!("{} cannot be copied.", from.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names behind a tag in the documentation of the element's class.
    fn documented(tag: &str) -> Vec<String> {
        let source = read(&root().join("www/element/element.ts")).unwrap();
        let lines =
            source.lines().filter_map(|line| line.trim().strip_prefix(&format!("* @{tag} ")).map(str::to_owned));
        lines.filter_map(|line| line.split(' ').find(|word| !word.starts_with('{')).map(str::to_owned)).collect()
    }

    #[test]
    fn the_types_of_the_element_know_all_that_it_documents() {
        let types = read(&root().join("xtask/npm/bilan.d.ts")).unwrap();
        let properties = [documented("attr"), documented("prop")].concat();
        assert!(properties.len() > 3 && documented("event").len() > 1);
        for name in properties {
            assert!(types.contains(&format!("\n  {name}: ")), "{name}");
        }
        for name in documented("event") {
            assert!(types.contains(&format!("\"{name}\": ")), "{name}");
        }
    }

    #[test]
    fn a_replacement_that_misses_is_an_error() {
        assert_eq!(replaced("a b", "b", "c").unwrap(), "a c");
        assert!(replaced("a b b", "b", "c").is_err());
        assert!(replaced("a", "b", "c").is_err());
    }
}
