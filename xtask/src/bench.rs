//! What is handed to a newsroom, in `target/dist`.

use anyhow::Result;

pub fn run() -> Result<()> {
    anyhow::bail!("Not yet.")
}
