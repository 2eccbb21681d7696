//! What a person types: `cargo xtask serve`, `test`, `dist`, `bench`.

mod shell;
mod wasm;

use anyhow::Result;

fn main() -> Result<()> {
    wasm::build()
}
