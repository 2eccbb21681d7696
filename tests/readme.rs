//! The README says what is so: its table of checks, its commands, the lines of its command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use bilan::report::Severity;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

/// The lines of every fenced block in `language`.
fn blocks(language: &str) -> Vec<String> {
    let readme = readme();
    let fenced = readme.split("```").skip(1).step_by(2);
    let bodies = fenced.filter_map(|block| block.split_once('\n').filter(|(name, _)| *name == language));
    bodies.flat_map(|(_, body)| body.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn table() -> String {
    let mut table = String::from("| check | what it finds | severity |\n|---|---|---|\n");
    for check in bilan::checks("en") {
        let severity = match check.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        let off = if check.on_by_default { "" } else { ", off unless asked for" };
        table += &format!("| `{}` | {} | {severity}{off} |\n", check.id, check.title);
    }
    table
}

#[test]
fn the_table_lists_every_check() {
    let (open, close) = ("<!-- checks -->\n", "<!-- /checks -->");
    let readme = readme();
    let (before, rest) = readme.split_once(open).expect("a place for the table");
    let (found, after) = rest.split_once(close).expect("an end of the table");
    if std::env::var_os("UPDATE").is_some() {
        // In one go: the other tests read it meanwhile.
        let new = root().join("target/README.md");
        fs::write(&new, [before, open, &table(), close, after].concat()).unwrap();
        fs::rename(&new, root().join("README.md")).unwrap();
        return;
    }
    assert_eq!(found, table(), "UPDATE=1 cargo test --test readme writes the table anew.");
}

#[test]
fn every_command_is_there() {
    let xtask = fs::read_to_string(root().join("xtask/src/main.rs")).unwrap();
    let readme = readme();
    let commands: Vec<&str> =
        readme.split("`cargo xtask ").skip(1).map(|rest| rest.split('`').next().unwrap_or_default()).collect();
    assert!(commands.len() >= 4);
    for command in commands {
        assert!(xtask.contains(&format!("[\"{command}\"] =>")), "cargo xtask {command}");
    }
}

#[test]
fn every_link_leads_to_a_file() {
    let readme = readme();
    let links: Vec<&str> =
        readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|l| !l.contains(':')).collect();
    assert!(links.len() > 4);
    for link in links {
        assert!(root().join(link).is_file(), "{link}");
    }
}

/// A folder with everything that the examples name; gone when it drops.
struct Desk(PathBuf);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(std::env::temp_dir().join(format!("bilan-readme-{}", std::process::id())));
        fs::create_dir_all(desk.0.join("drafts")).unwrap();
        fs::write(desk.0.join("article.txt"), "The port reopened on Friday 14 March 2025.\n").unwrap();
        fs::write(desk.0.join("first-lead.txt"), "Twelve soldiers were killed, the army said.\n").unwrap();
        fs::write(desk.0.join("second-lead.txt"), "Fifteen soldiers were killed, the army said.\n").unwrap();
        fs::copy(root().join("examples/house.toml"), desk.0.join("house.toml")).unwrap();
        fs::write(desk.0.join("drafts/one.txt"), "Dozens of soldiers were killed.\n").unwrap();
        fs::write(desk.0.join("articles.jsonl"), "{\"id\": 1, \"text\": \"Rien.\", \"language\": \"fr\"}\n").unwrap();
        desk
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(unix)]
#[test]
fn the_lines_of_the_command_line_run() {
    let desk = Desk::new();
    let folder = Path::new(env!("CARGO_BIN_EXE_bilan")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let lines = blocks("sh");
    assert!(lines.len() > 4);
    for line in lines {
        let mut shell = Command::new("sh");
        shell.args(["-c", &line]).current_dir(&desk.0).env("PATH", format!("{}:{path}", folder.display()));
        let ended = shell.output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success() && said.is_empty() && !ended.stdout.is_empty(), "{line}\n{said}");
    }
}
