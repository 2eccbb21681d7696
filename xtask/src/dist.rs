//! What is handed to a newsroom, in `target/dist`: the page as a site, the element as a folder and as
//! one script, the npm package, the plugin for WordPress, and checksums of every file.

use crate::shell::{program, run as command, target};
use crate::weigh::{files, kilobytes, weigh};
use crate::{site, wasm};
use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::Path;

pub fn run() -> Result<()> {
    let dist = target().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    println!("Building the core …");
    wasm::build()?;
    println!("Building the page …");
    site::packages()?;
    site::build(&dist.join("site"))?;
    // The live examples hold editors under the GPL: whoever wants them builds them.
    fs::remove_dir_all(dist.join("site/embed"))?;
    println!("Building what is shipped …");
    command(program("node").args(["www/ship.mjs", "--out"]).arg(&dist).arg("--core").arg(wasm::folder()))?;
    checksums(&dist)?;
    sizes(&dist)
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
    for folder in ["site", "npm", "embed", "single", "wordpress"] {
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
