//! The reference as a page for each language, written from the checks themselves.

use crate::shell::root;
use anyhow::{Context, Result, bail};
use bilan::reference::{Entry, reference, word};
use bilan::report::Severity;
use std::fs;
use std::path::Path;

/// Writes `reference.<tag>.html` for every language into the folder of the site.
pub fn write(site: &Path) -> Result<()> {
    let template = fs::read_to_string(root().join("www/page/reference.html"))
        .context("www/page/reference.html cannot be read.")?;
    bilan::languages().iter().try_for_each(|tag| {
        fs::write(site.join(format!("reference.{tag}.html")), page(&template, tag)?)
            .context("The reference cannot be written.")
    })
}

fn page(template: &str, tag: &str) -> Result<String> {
    let entries = reference(tag);
    let other = bilan::languages().iter().find(|other| **other != tag).copied().unwrap_or(tag);
    let say = |key: &str| escaped(word(tag, &format!("page.{key}")));
    let slots = [
        ("lang", tag.to_owned()),
        ("otherlang", other.to_owned()),
        ("title", say("title")),
        ("heading", say("heading")),
        ("lead", say("lead")),
        ("contents", say("contents")),
        ("back", say("back")),
        ("other", say("other")),
        ("index", entries.iter().map(link).collect()),
        ("checks", entries.iter().map(|entry| article(entry, tag)).collect()),
    ];
    filled(template, &slots)
}

/// The template with every `{slot}` filled once through, so that braces in a text stay as they are.
fn filled(template: &str, slots: &[(&str, String)]) -> Result<String> {
    let mut parts = template.split('{');
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').context("A brace in www/page/reference.html is not closed.")?;
        let Some((_, text)) = slots.iter().find(|(slot, _)| *slot == name) else {
            bail!("www/page/reference.html asks for “{name}”, which nobody knows.");
        };
        page.push_str(text);
        page.push_str(rest);
    }
    Ok(page)
}

fn link(entry: &Entry) -> String {
    format!("        <li><a href=\"#{}\">{}</a></li>\n", entry.info.id, escaped(&entry.info.title))
}

fn article(entry: &Entry, tag: &str) -> String {
    let say = |key: &str| escaped(word(tag, &format!("label.{key}")));
    let info = &entry.info;
    let (class, grade) = match info.severity {
        Severity::Error => ("error", "error"),
        Severity::Warning => ("warning", "warning"),
        Severity::Info => ("info", "note"),
    };
    let default = if info.on_by_default { "on" } else { "off" };
    let mut heeds = String::new();
    if !entry.heeds.is_empty() {
        heeds = format!("      <p class=\"soft\">{} {}</p>\n", say("heeds"), escaped(&entry.heeds.join(" · ")));
    }
    format!(
        "    <article id=\"{id}\" aria-labelledby=\"{id}-title\">
      <h2 id=\"{id}-title\">{title}</h2>
      <p class=\"facts {class}\"><code>{id}</code> <span>{severity} <b>{grade}</b></span> <span>{by_default} <b>{default}</b></span></p>
      <h3>{about_label}</h3>
      <p>{about}</p>
{heeds}      <h3>{asks}</h3>
      <p class=\"soft\">{message}</p>
      <p>{question}</p>
      <h3>{standard_label}</h3>
      <p>{standard}</p>
      <h3>{flagged_label}</h3>
{flagged}      <h3>{silent_label}</h3>
{silent}    </article>
",
        id = info.id,
        title = escaped(&info.title),
        severity = say("severity"),
        grade = say(grade),
        by_default = say("default"),
        default = say(default),
        about_label = say("about"),
        about = escaped(entry.about),
        asks = say("asks"),
        message = escaped(&entry.message),
        question = escaped(entry.question),
        standard_label = say("standard"),
        standard = escaped(&info.standard),
        flagged_label = say("flagged"),
        flagged = examples(&entry.flagged),
        silent_label = say("silent"),
        silent = examples(&entry.silent),
    )
}

fn examples(texts: &[&str]) -> String {
    let marked = |text: &&str| {
        let text = escaped(text).replace('⟨', "<mark>").replace('⟩', "</mark>");
        format!("        <li>{text}</li>\n")
    };
    format!(
        "      <ul class=\"examples\" role=\"list\">\n{}      </ul>\n",
        texts.iter().map(marked).collect::<String>()
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_stands_in_the_reference_of_every_language() {
        let template = fs::read_to_string(root().join("www/page/reference.html")).unwrap();
        for tag in bilan::languages() {
            let page = page(&template, tag).unwrap();
            for entry in reference(tag) {
                let id = entry.info.id;
                assert!(
                    page.contains(&format!("<article id=\"{id}\"")) && page.contains(&format!("href=\"#{id}\"")),
                    "{id}"
                );
                for text in [&entry.info.title, &entry.info.standard, &entry.message] {
                    assert!(page.contains(&escaped(text)), "{id}: {text}");
                }
            }
            assert_eq!(page.matches("<article ").count(), bilan::checks(tag).len());
            assert_eq!(page.matches("<mark>").count(), page.matches("</mark>").count());
            assert!(!page.contains(['⟨', '⟩']) && !page.contains("<p></p>") && !page.contains("<b></b>"));
            assert!(!page.contains("<script") && !page.contains(" style="), "the policy of the page lets none through");
        }
    }

    #[test]
    fn a_template_that_asks_for_more_is_an_error() {
        assert_eq!(filled("a {x} c", &[("x", "{b}".to_owned())]).unwrap(), "a {b} c");
        assert!(filled("{y}", &[("x", String::new())]).is_err());
        assert!(filled("{x", &[("x", String::new())]).is_err());
    }
}
