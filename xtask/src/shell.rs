//! Running other programs, and saying in one sentence what is missing.

use anyhow::{Context, Result, bail};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of the repository.
pub fn root() -> &'static Path {
    // The manifest of this crate lies one folder below it.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Everything that is built goes in here.
pub fn target() -> PathBuf {
    root().join("target")
}

/// A program to run in the folder of the repository, never waiting for someone to type.
pub fn program(name: &str) -> Command {
    // On Windows npm is a script, which is only found by its full name.
    let mut command = Command::new(if cfg!(windows) && name == "npm" { "npm.cmd" } else { name });
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// `cargo`, the very one that runs this.
pub fn cargo() -> Command {
    program(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
}

/// Runs to the end; anything but success is an error that names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| missing(command, error))?;
    if !status.success() {
        bail!("`{}` did not succeed ({status}).", shown(command));
    }
    Ok(())
}

/// Runs to the end and gives what was printed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| missing(command, error))?;
    if !output.status.success() {
        bail!("`{}` did not succeed ({}).", shown(command), output.status);
    }
    String::from_utf8(output.stdout).context("A program printed something that is not text.")
}

/// Whether the program is there and answers.
pub fn answers(name: &str, argument: &str) -> bool {
    let quiet = program(name).arg(argument).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn missing(command: &Command, error: std::io::Error) -> anyhow::Error {
    let name = command.get_program().to_string_lossy().into_owned();
    if error.kind() != ErrorKind::NotFound {
        return anyhow::Error::new(error).context(format!("`{}` could not be started.", shown(command)));
    }
    match name.as_str() {
        "node" | "npm" | "npm.cmd" => {
            anyhow::anyhow!("Node.js with npm is missing: install version 20 or later from https://nodejs.org.")
        }
        "rustup" => anyhow::anyhow!("rustup is missing: install it from https://rustup.rs."),
        _ => anyhow::anyhow!("The program `{name}` is missing."),
    }
}
