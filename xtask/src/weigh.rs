//! What files weigh, raw and as they travel.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Bytes of one file.
pub struct Weight {
    pub raw: usize,
    /// With brotli at its best.
    pub brotli: usize,
}

pub fn weigh(bytes: &[u8]) -> Result<Weight> {
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &settings)?;
    Ok(Weight { raw: bytes.len(), brotli: packed.len() })
}

/// Kilobytes of a thousand bytes, with one digit: the unit in which connections are sold.
pub fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

/// Every file below `folder`, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).with_context(|| format!("{} cannot be read.", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
