//! What a person types: `cargo xtask serve`, `test`, `dist`, `bench`, `wordpress`.

mod bench;
mod browser;
mod dist;
mod reference;
mod serve;
mod shell;
mod site;
mod test;
mod wasm;
mod weigh;
mod wordpress;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve       build everything and show the page on http://localhost:8080
cargo xtask test        lint, tests, type check and headless browser tests
cargo xtask dist        release build in target/dist: site, embed, single script, npm package, WordPress plugin, checksums
cargo xtask bench       speed and size in a real browser
cargo xtask wordpress   the plugin in two real WordPresses

cargo xtask wasm        only the core with its bindings, in target/wasm
cargo xtask site        core and page, in target/site";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["serve"] => serve::run(),
        ["test"] => test::run(),
        ["dist"] => dist::run(),
        ["bench"] => bench::run(),
        ["wordpress"] => wordpress::run(),
        ["wasm"] => wasm::build(),
        ["site"] => site::build_all(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => {
            eprintln!("There is no `cargo xtask {}`.\n\n{HELP}", words.join(" "));
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
