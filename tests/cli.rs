//! The command line as a person and a program use it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

struct Ended {
    code: i32,
    out: String,
    err: String,
}

impl Ended {
    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    }
}

fn bilan(arguments: &[&str], input: &[u8]) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bilan"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // Written beside the reading: both pipes are smaller than some of these inputs. Who does not
    // read its input closes it, so an error of writing is no failure.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Ended {
        code: output.status.code().expect("an exit code, not a signal"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder of its own for one test, gone at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path.display().to_string()
    }

    fn path(&self) -> String {
        self.0.display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn json_lines_are_answered_in_order() {
    let input: String = (0..500).map(|n| format!("{{\"id\":{n},\"text\":\"Article {n}.\"}}\n")).collect();
    let ended = bilan(&["--jsonl"], input.as_bytes());
    let ids: Vec<Value> = ended.lines().iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, (0..500).map(|n| json!(n)).collect::<Vec<_>>());
    assert!(ended.lines().iter().all(|line| line["report"]["schema"] == 1));
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
}

#[test]
fn ids_come_back_as_they_came() {
    let ids = ["\"a/é\"", "\"\\u00e9\"", "7", "-1.50", "123456789012345678901234567890", "\"\""];
    let input: String = ids.iter().map(|id| format!("{{\"text\":\"\",\"id\":{id}}}\n")).collect();
    let ended = bilan(&["--jsonl"], input.as_bytes());
    for (line, id) in ended.out.lines().zip(ids) {
        assert!(line.starts_with(&format!("{{\"id\":{id},\"report\":{{")), "{line}");
    }
    assert_eq!(ended.out.lines().count(), ids.len());
}

#[test]
fn a_bad_line_is_answered_and_the_rest_is_read() {
    // What the line is, the id that its answer carries, a word that the sentence holds.
    let bad: [(&[u8], Value, &str); 12] = [
        (b"no JSON", Value::Null, "object"),
        (b"{\"id\":\"b\",\"text\":\"", Value::Null, "JSON"),
        (b"[]", Value::Null, "object"),
        (b"\xff\xfe", Value::Null, "UTF-8"),
        (b"\0\x01\x02", Value::Null, "object"),
        (b"{\"id\":1}", json!(1), "text"),
        (b"{\"id\":1,\"text\":null}", json!(1), "string"),
        (b"{\"id\":1,\"text\":\"\\ud800\"}", json!(1), "text"),
        (b"{\"id\":[1],\"text\":\"\"}", Value::Null, "id"),
        (b"{\"id\":\"x\",\"text\":\"\",\"langage\":\"fr\"}", json!("x"), "langage"),
        (b"{\"id\":\"x\",\"text\":\"\",\"captions\":5}", json!("x"), "captions"),
        (b"{\"id\":\"x\",\"text\":\"\",\"published\":\"2024-02-30\"}", json!("x"), "2024-02-30"),
    ];
    for (line, id, word) in bad {
        let input = [b"{\"id\":\"before\",\"text\":\"\"}\n", line, b"\n{\"id\":\"after\",\"text\":\"\"}"].concat();
        let ended = bilan(&["--jsonl"], &input);
        let shown = String::from_utf8_lossy(line);
        let answers = ended.lines();
        assert_eq!(answers.len(), 3, "{shown}");
        assert_eq!((&answers[0]["id"], &answers[2]["id"]), (&json!("before"), &json!("after")));
        assert!(answers[0]["report"].is_object() && answers[2]["report"].is_object());
        assert_eq!(answers[1]["id"], id, "{shown}");
        let sentence = answers[1]["error"].as_str().unwrap();
        assert!(sentence.starts_with("Line 2: ") && sentence.contains(word) && sentence.ends_with('.'), "{sentence}");
        assert!(answers[1].get("report").is_none());
        assert_eq!(ended.code, 1, "{shown}");
    }
}

#[test]
fn blank_lines_and_a_byte_order_mark_are_passed_over() {
    let ended =
        bilan(&["--jsonl"], "\u{feff}{\"id\":1,\"text\":\"\"}\r\n\n  \t\n{\"id\":2,\"text\":\"\"}\r\n\n".as_bytes());
    assert_eq!(ended.lines().len(), 2);
    assert_eq!(ended.code, 0);
    assert_eq!(bilan(&["--jsonl"], b"").code, 0);
}

#[test]
fn options_of_a_line_are_heard() {
    let line = r#"{"id":1,"text":"The army admitted heavy losses.","language":"en","messages":"fr","published":"2024-08","title":"One","captions":[],"house":{"parties":["A"],"loaded":[],"acronyms":["B"],"checks":{}}}"#;
    let answer = bilan(&["--jsonl", "-"], line.as_bytes()).lines().remove(0);
    assert_eq!(answer["report"]["language"], "en");
    assert_eq!(answer["report"]["published"], "2024-08");
    let losses = |answer: &Value| {
        let flags = answer["report"]["flags"].as_array().unwrap().clone();
        flags.into_iter().find(|flag| flag["check"] == "casualty-count-withheld")
    };
    assert!(losses(&answer).unwrap()["question"].as_str().unwrap().contains("bilan"));
    let line = line.replace(r#""checks":{}"#, r#""checks":{"casualty-count-withheld":"off"}"#);
    assert!(losses(&bilan(&["--jsonl"], line.as_bytes()).lines()[0]).is_none());
    let answer = bilan(&["--jsonl"], br#"{"id":1,"text":"","language":"not a tag"}"#).lines().remove(0);
    assert!(answer["error"].as_str().unwrap().contains("not a tag"));
}

#[test]
fn json_lines_come_from_a_file_too() {
    let folder = Folder::new("lines");
    let file = folder.file("in.jsonl", "{\"id\":1,\"text\":\"\"}\n");
    assert_eq!(bilan(&["--jsonl", &file], b"").lines().len(), 1);
    let ended = bilan(&["--jsonl", &folder.path()], b"");
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    assert_eq!(bilan(&["--jsonl", &file, &file], b"").code, 2);
}

#[test]
fn one_answer_does_not_wait_for_the_next_line() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bilan"))
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    for id in 0..3 {
        writeln!(stdin, "{{\"id\":{id},\"text\":\"\"}}").unwrap();
        assert!(answers.next().unwrap().unwrap().starts_with(&format!("{{\"id\":{id},")));
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_who_leaves_ends_it_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bilan"))
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    for _ in 0..10_000 {
        if stdin.write_all(b"{\"text\":\"\"}\n").is_err() {
            break;
        }
    }
    drop(stdin);
    let ended = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert_eq!(ended.status.code(), Some(0));
}

#[test]
fn an_article_is_listed() {
    let folder = Folder::new("listing");
    let file = folder.file("article.txt", "\u{feff}Rien.\n");
    let ended = bilan(&[&file], b"");
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert!(ended.out.starts_with(&format!("{file} · ")), "{}", ended.out);
    assert!(ended.out.contains("1 word ·"), "{}", ended.out);
    assert!(!ended.out.contains('\u{1b}'), "colour is for terminals");
}

#[test]
fn a_folder_is_read_sorted() {
    let folder = Folder::new("folder");
    for name in ["b.txt", "a.md", "C.TXT", "d.html"] {
        folder.file(name, "Rien.");
    }
    let names: Vec<String> = bilan(&["--json", &folder.path()], b"")
        .lines()
        .iter()
        .map(|line| Path::new(line["id"].as_str().unwrap()).file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names, ["C.TXT", "a.md", "b.txt"]);
    let empty = Folder::new("empty");
    let ended = bilan(&[&empty.path()], b"");
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    assert_eq!(ended.err.lines().count(), 1);
}

#[test]
fn a_report_is_one_object() {
    let ended = bilan(&["--json", "--language", "en", "--published", "2024-08-02", "-"], "Nothing. 🙂".as_bytes());
    let report: Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(report["schema"], 1);
    assert_eq!(report["language"], "en");
    assert_eq!(report["published"], "2024-08-02");
    assert_eq!(ended.code, 0);
}

#[test]
fn hard_texts_are_read() {
    let endless = "Des dizaines de morts, 12 blessés. ".repeat(60_000);
    assert!(endless.len() > 2_000_000);
    for text in ["", " \r\n\t", "\0", "a\rb\u{2028}c", "\u{1b}[31mred", &endless] {
        for arguments in [["-"].as_slice(), &["--json", "-"]] {
            let ended = bilan(arguments, text.as_bytes());
            assert_eq!((ended.code, ended.err.as_str()), (0, ""));
            assert!(!ended.out.contains('\u{1b}'));
        }
    }
}

#[test]
fn what_cannot_be_read_is_said_in_one_sentence() {
    let folder = Folder::new("unread");
    let binary = folder.file("binary.txt", b"\x7fELF\xff\xfe\x00");
    let good = folder.file("good.txt", "Rien.");
    let missing = folder.0.join("missing.txt").display().to_string();
    let cases: [&[&str]; 7] = [
        &[&binary],
        &[&missing],
        &["--language", "not a tag", &good],
        &["--messages", "?", &good],
        &["--published", "yesterday", &good],
        &["--title", "A", &good, &good],
        &["--json", &missing],
    ];
    for case in cases {
        let ended = bilan(case, b"");
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{case:?}");
        assert_eq!(ended.err.lines().count(), 1, "{}", ended.err);
        assert!(ended.err.starts_with("bilan: ") && ended.err.trim_end().ends_with('.'), "{}", ended.err);
    }
    for usage in [["--jsonl", "--json"].as_slice(), &["--nonsense"], &["--jsonl", "--language", "fr"], &[]] {
        assert_eq!(bilan(usage, b"").code, 2, "{usage:?}");
    }
}

#[test]
fn one_unreadable_file_does_not_hide_the_others() {
    let folder = Folder::new("others");
    let good = folder.file("good.txt", "Rien.");
    let missing = folder.0.join("missing.txt").display().to_string();
    let ended = bilan(&[&missing, &good], b"");
    assert_eq!(ended.code, 2);
    assert!(ended.out.contains(&good));
    let ended = bilan(&["--json", &missing, &good], b"");
    let lines = ended.lines();
    assert!(lines[0]["error"].is_string() && lines[1]["report"].is_object());
}

#[test]
fn every_check_is_explained_in_every_language() {
    let checks: Vec<Value> = serde_json::from_str(&bilan(&["--checks", "--json"], b"").out).unwrap();
    for id in checks.iter().map(|check| check["id"].as_str().unwrap()) {
        for (language, flagged, silent) in
            [("fr", "\nSignalé", "\nPas signalé"), ("en-GB", "\nFlagged", "\nNot flagged")]
        {
            let ended = bilan(&["--explain", id, "--messages", language], b"");
            assert_eq!(ended.code, 0);
            let told = ended.out;
            let (about, examples) = told.split_once(flagged).expect(&told);
            let (fires, spares) = examples.split_once(silent).expect(&told);
            assert!(about.starts_with(id) && about.contains("\n→ "), "{told}");
            assert!(fires.contains("\n  ") && fires.contains('⟨'), "{told}");
            assert!(spares.contains("\n  ") && !spares.contains('⟨'), "{told}");
        }
    }
    let told = bilan(&["--explain", "figure-no-source", "--messages", "fr"], b"").out;
    assert!(told.contains("avertissement") && told.contains("muet"), "{told}");
    let unknown = bilan(&["--explain", "no-such-check"], b"");
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("There is no check “no-such-check”"));
}

#[test]
fn checks_are_listed() {
    let ended = bilan(&["--checks", "--json"], b"");
    let checks: Vec<Value> = serde_json::from_str(&ended.out).unwrap();
    let listed = bilan(&["--checks"], b"").out;
    assert!(!checks.is_empty());
    assert_eq!(listed.lines().count(), checks.len());
    for (line, check) in listed.lines().zip(&checks) {
        assert!(line.starts_with(check["id"].as_str().unwrap()));
    }
    let listed = bilan(&["--checks", "--messages", "fr"], b"").out;
    assert!(listed.contains("erreur") && listed.contains("désactivé") && !listed.contains("warning"), "{listed}");
}

#[test]
fn a_house_list_comes_from_a_file() {
    let folder = Folder::new("house");
    let article = folder.file("article.txt", "Des dizaines de soldats ont été tués.");
    let flagged = |house: &str| bilan(&["--house", house, &article], b"");
    let lists = [
        folder.file("off.toml", "\u{feff}[checks]\r\ncasualty-count-vague = \"off\"\r\n"),
        folder.file("off.json", "{\"checks\": {\"casualty-count-vague\": \"off\"}}"),
    ];
    assert!(bilan(&[&article], b"").out.contains("casualty-count-vague"));
    for list in &lists {
        let ended = flagged(list);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        assert!(!ended.out.contains("casualty-count-vague"), "{}", ended.out);
        // Beside JSON Lines it holds where a line has no list of its own.
        let lines = "{\"text\":\"Des dizaines de morts.\"}\n{\"text\":\"Des dizaines de morts.\",\"house\":{}}\n";
        let answers = bilan(&["--jsonl", "--house", list], lines.as_bytes()).lines();
        let flags = |at: usize| answers[at]["report"]["flags"].to_string().contains("casualty-count-vague");
        assert!(!flags(0) && flags(1));
    }
    // For a file that is no list there is one sentence, and nothing is read.
    let (broken, folders) = (folder.file("broken.toml", "[checks\n"), folder.path());
    for (list, word) in [
        (broken.as_str(), "TOML (line 1"),
        (&folder.file("broken.json", "{\n\"checks\": }"), "JSON (line 2"),
        (&folder.file("binary.toml", b"\xff\xfe\x00"), "UTF-8"),
        (&folder.file("long.toml", "#".repeat((1 << 20) + 1)), "bytes"),
        (&folders, "folder"),
        ("missing.toml", "no such file"),
    ] {
        let ended = flagged(list);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{list}");
        assert!(ended.err.lines().count() == 1 && ended.err.contains(word), "{}", ended.err);
    }
}

#[test]
fn a_bad_entry_of_the_house_list_is_said_once_and_the_rest_applies() {
    let folder = Folder::new("bad-house");
    let articles = ["a", "b"].map(|name| folder.file(&format!("{name}.txt"), "Des dizaines de soldats ont été tués."));
    let list =
        "day = 2024-08-02\nparties = \"A\"\n[checks]\ncasualty-count-vague = \"off\"\nfigure-no-sorce = \"off\"\n";
    let list = folder.file("house.toml", list);
    let ended = bilan(&["--house", &list, &articles[0], &articles[1]], b"");
    assert_eq!(ended.code, 0);
    assert!(ended.out.contains("a.txt") && !ended.out.contains("casualty-count-vague"), "{}", ended.out);
    let said: Vec<&str> = ended.err.lines().collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said.iter().all(|line| line.starts_with("bilan: ") && line.ends_with('.')));
    assert!(ended.err.contains("figure-no-source") && ended.err.contains("day") && ended.err.contains("parties"));
    let ended = bilan(&["--json", "--messages", "fr", "--house", &list, &articles[0]], b"");
    assert!(ended.err.contains("Dans la liste"), "{}", ended.err);
    assert_eq!(ended.lines()[0]["problems"].as_array().map(Vec::len), Some(3));
    let line = r#"{"id":1,"text":"","house":{"party":[]}}"#;
    let ended = bilan(&["--jsonl"], line.as_bytes());
    assert!(ended.lines()[0]["report"]["problems"][0].as_str().unwrap().contains("party"));
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
}

#[test]
fn the_sample_of_a_house_list_fits() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/house.toml");
    let ended = bilan(&["--json", "--house", sample, "-"], "Rien.".as_bytes());
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert_eq!(ended.lines()[0]["problems"], json!([]));
}

#[test]
fn two_versions_are_compared() {
    let folder = Folder::new("compare");
    let older = folder.file("older.txt", "Un début.\n\nLe feu a tué 12 ouvriers, selon la police.\n");
    let newer = "\u{feff}Le feu a tué 15 ouvriers, selon la police.\n";
    let ended = bilan(&["--compare", &older, "-"], newer.as_bytes());
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert!(ended.out.contains("1 changed, 1 removed"), "{}", ended.out);
    assert!(ended.out.contains("3:14 → 1:14  warning  12 ouvriers → 15 ouvriers [toll-changed]"), "{}", ended.out);
    let ended = bilan(&["--compare", "-", &older, "--json", "--messages", "en"], newer.as_bytes());
    let comparison = &ended.lines()[0];
    assert_eq!(comparison["changes"][0]["kind"], "toll-changed");
    assert!(comparison["changes"][0]["message"].as_str().unwrap().starts_with("“15 ouvriers” has become"));
    assert_eq!(comparison["rows"].as_array().unwrap().len(), 2);
    let ended = bilan(&["--compare", &older, &older], b"");
    assert!(ended.out.ends_with("Nothing that changed asks to be verified.\n"), "{}", ended.out);
}

#[test]
fn versions_that_cannot_be_read_are_said_in_one_sentence() {
    let folder = Folder::new("compare-bad");
    let there = folder.file("there.txt", "Rien.");
    let missing = folder.path() + "/missing.txt";
    for (arguments, sentence) in [
        (["--compare", "-", "-"], "Only one of the two versions can be the standard input."),
        (["--compare", &there, &missing], "There is no such file."),
        (["--compare", &folder.path(), &there], "folder"),
        (["--compare", &there, "--json"], "2 values required"),
    ] {
        let ended = bilan(&arguments, b"");
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ended.err.contains(sentence), "{}", ended.err);
    }
}
