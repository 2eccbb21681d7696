//! What lets readers recognise a minor, or the victim of a sexual offence: name, school, street, a relative's name.
//!
//! French law keeps the identity of victims of sexual offences unless they consent in writing, and that of minors; the
//! IPSO code asks the same. It binds quotations too. Athletes and performers are known for what they do.

use super::suppress::Heed;
use super::{Check, Finding, Findings};
use crate::lang::{Classes, class};
use crate::reading::people::{self, Name};
use crate::reading::{Reading, phrases};
use crate::report::Severity;
use crate::text::Text;

pub static CHECK: Check = Check {
    id: "protected-identity",
    severity: Severity::Error,
    on_by_default: true,
    heeds: &[Heed::History, Heed::Furniture],
    examples: &[
        ("fr", "⟨Anna Corbel⟩, 11 ans, a été violée par un proche de la famille."),
        ("fr", "Une fillette de 11 ans, dont le nom n’est pas publié, a été violée."),
        ("en", "⟨Anna Corbett⟩, 11, was raped by a family friend."),
        ("en", "A girl of 11, whose name is withheld, was raped."),
    ],
    run,
};

/// What makes somebody a victim, a suspect or a witness.
const CRIME: Classes = class::SEXUAL
    .or(class::OFFENCE)
    .or(class::GUILT)
    .or(class::KILL)
    .or(class::WOUND)
    .or(class::PROCEDURE)
    .or(class::ARREST);

fn run(reading: &Reading, out: &mut Findings) {
    let text = &reading.text;
    for s in 0..text.sentences.len() {
        if !reading.sentence_has(s, CRIME) || (s..s + 2).any(|k| reading.sentence_has(k, class::PROTECTED)) {
            continue;
        }
        let names = people::names(text, s);
        let sexual = reading.sentence_has(s, class::SEXUAL);
        let minors = !reading.sentence_has(s, class::STAR);
        let told = || people::tells_of_minor(reading, s);
        let minor = minors && (told() || names.iter().any(|n| people::young(reading, s, n.first, n.end)));
        let mut found: Vec<(usize, usize)> = Vec::new();
        for name in names.iter().filter(|n| n.full) {
            let young = || minor && people::young(reading, s, name.first, name.end);
            let victim = || sexual && is_victim(text, *name, &names);
            // “les collégiens Tom Lasserre et Yanis Bekri”
            let joined = || {
                found.last().is_some_and(|f| {
                    text.is(name.first - 1, class::AND) && f.1 + 1 == name.first && people::young(reading, s, f.0, f.1)
                })
            };
            let kin = || (minor || sexual && victim_told(text, s)) && is_kin(text, *name);
            if young() || minor && joined() || victim() || kin() {
                found.push((name.first, name.end));
            }
        }
        if minor || sexual && victim_told(text, s) {
            found.extend(people::places(reading, s));
        }
        crate::order::by_key(&mut found, |f| *f);
        // A dead child whom its family names is their choice.
        let mourned = reading.sentence_has(s, class::DIE.or(class::KILL))
            && reading
                .attributions_near(s, s + 1)
                .any(|(_, a)| a.source.is_some_and(|(x, y)| (x..y).any(|k| text.is(k, class::FAMILY))));
        for (first, end) in found {
            let finding = Finding::on(reading, first, end);
            out.flags.push(if mourned && !sexual { finding.severity(Severity::Info) } else { finding });
        }
    }
}

/// Whether the sentence calls somebody a victim.
fn victim_told(text: &Text, s: usize) -> bool {
    let sentence = text.sentence(s);
    (sentence.first..sentence.end).any(|k| text.is(k, class::OFFENCE) && text.is(k, class::CASUALTY))
}

/// “Sarah Monnier, violée par …”, “… who was raped”, “violé Nadia Pernet”, “la victime du viol, Élodie Garance”.
fn is_victim(text: &Text, name: Name, names: &[Name]) -> bool {
    let sentence = text.sentence(text.sentence_of(name.first));
    // “X, étudiante de 21 ans à l'école d'infirmières, dit …”
    let aside = (name.end + 1..sentence.end.min(name.end + 16)).find(|k| text.sign(*k, ","));
    let reach = aside.filter(|_| text.sign(name.end, ",")).unwrap_or(name.end) + 9;
    let stop = names.iter().map(|n| n.first).find(|f| *f >= name.end).unwrap_or(sentence.end).min(reach);
    let suffers = |k: usize| {
        let victim = text.is(k, class::OFFENCE)
            && text.is(k, class::CASUALTY)
            && (k + 1..k + 6).any(|j| text.is(j, class::SEXUAL));
        let group = phrases::verb_group(text, k);
        let passive =
            text.is(k, class::SEXUAL) && text.is(k, class::PP) && (group.passive || group.first == k && group.end > k);
        let active = (group.first..k).any(|j| text.is(j, class::HAVE)) && !group.passive;
        victim || passive && !active
    };
    // Behind an agent or a charge stands somebody else's deed.
    let told = class::BE.or(class::HAVE).or(class::SEXUAL).or(class::SAY).or(class::TELL);
    let charge =
        class::PROCEDURE.or(class::CONVICTED).or(class::ACCUSE).or(class::ALLEGED).or(class::ACCORDING_OPINION);
    let own = |k: &usize| {
        // “défend l'adolescente, victime …”: another person.
        let led = text.is(k - 1, class::DEF) || text.is(k - 1, class::INDEF) && *k > name.end + 2;
        let other = led && text.is(*k, class::PERSON.or(class::UNDERAGE)) && !text.is(*k, class::CASUALTY);
        !(phrases::is_finite(text, *k) && !text.is(*k, told)) && !text.is(*k, charge) && !other
    };
    // “Camille Berger accuse son oncle de l'avoir violée”
    let accuses = (name.end..name.end + 3).any(|k| text.is(k, class::ACCUSE) && phrases::is_finite(text, k));
    if (name.end..stop).take_while(own).any(suffers)
        || accuses && (name.end..stop + 4).any(|k| text.is(k, class::SEXUAL) && text.is(k, class::PP.or(class::GER)))
    {
        return true;
    }
    // “Violée à l'atelier, Karima Lounis a porté plainte”
    let comma = name.first.saturating_sub(1);
    let led = text.sign(comma, ",")
        && comma - sentence.first < 14
        && text.is(sentence.first, class::SEXUAL)
        && text.is(sentence.first, class::PP);
    // “la plaignante, Sonia Rey, accuse le producteur de viol”
    let from = name.first.saturating_sub(3).max(sentence.first);
    if led || (from..name.first).any(|k| text.is(k, class::COMPLAINANT)) {
        return true;
    }
    let before = name.first.saturating_sub(6).max(sentence.first);
    let near = |k: usize| {
        text.is(k, class::SEXUAL)
            && (k + 1..name.first).all(|j| text.is(j, class::OF.or(class::HONORIFIC).or(class::ADV)))
    };
    let called = |k: usize| {
        text.is(k, class::OFFENCE)
            && text.is(k, class::CASUALTY)
            && (k.saturating_sub(2)..name.first).any(|j| text.is(j, class::SEXUAL))
            && !(k..name.first).any(|j| phrases::is_finite(text, j) || text.is(j, class::BY))
    };
    (before..name.first).any(|k| near(k) || called(k))
}

/// “fille de Karim Belloc”, “whose mother, Ann Bell,”, “son père, Karim Belloc”
fn is_kin(text: &Text, name: Name) -> bool {
    let sentence = text.sentence(text.sentence_of(name.first));
    let from = name.first.saturating_sub(6).max(sentence.first);
    (from..name.first).any(|k| {
        // Whose relative it is stands before: “la fillette, fille de …”, not “sa femme, mère d'une fillette”.
        let child = class::CASUALTY.or(class::UNDERAGE);
        let told = (sentence.first..name.first).any(|j| {
            (j < k || text.is(j, child)) && text.is(j, child.or(class::AGED).or(class::YEAR_OLD).or(class::AGE))
        });
        told && text.is(k, class::FAMILY)
            && (k + 1..name.first).all(|j| text.sign(j, ",") || text.is(j, child.or(class::OF).or(class::DEF)))
    })
}
