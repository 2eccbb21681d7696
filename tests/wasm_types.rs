//! `src/wasm.d.ts` is written by hand; here it is held against what the core hands out and takes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use bilan::report::*;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const TYPES: &str = include_str!("../src/wasm.d.ts");

/// Every variant of an enum. A new one does not compile until it stands here – and then has to stand in the types.
macro_rules! every {
    ($name:ident: $($variant:ident)*) => {{
        let _ = |value: $name| match value { $($name::$variant => (),)* };
        [$($name::$variant),*]
    }};
}

/// The fields of an interface with their types; optional ones end in `?`.
fn interface(name: &str) -> BTreeMap<String, String> {
    let (_, body) = TYPES.split_once(&format!("export interface {name} {{")).expect(name);
    let (body, _) = body.split_once("\n}").expect(name);
    let fields = body.lines().map(str::trim).filter(|line| line.ends_with(';'));
    fields
        .filter_map(|line| line.trim_end_matches(';').split_once(": "))
        .map(|(field, kind)| (field.to_owned(), kind.to_owned()))
        .collect()
}

/// The strings of a union, from a field or a type of its own.
fn union(kind: &str) -> BTreeSet<String> {
    let strings: Vec<&str> = kind.lines().filter_map(|line| line.split("//").next()).collect();
    strings.join(" ").split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn type_union(name: &str) -> BTreeSet<String> {
    let (_, body) = TYPES.split_once(&format!("export type {name} =")).expect(name);
    // A semicolon in a comment does not end the type.
    let body: String = body.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect();
    union(body.split(';').next().expect(name))
}

fn field_union(interface_name: &str, field: &str) -> BTreeSet<String> {
    union(&interface(interface_name)[field])
}

fn strings<T: Serialize>(values: impl IntoIterator<Item = T>) -> BTreeSet<String> {
    let values = values.into_iter().map(|value| serde_json::to_value(value).unwrap());
    values.map(|value| value.as_str().unwrap().to_owned()).collect()
}

/// Names of the fields, whether each may be null, and whether each is a list.
fn fits(name: &str, value: &impl Serialize) {
    let Value::Object(value) = serde_json::to_value(value).unwrap() else { panic!("{name} is no object") };
    let types = interface(name);
    assert_eq!(value.keys().collect::<Vec<_>>(), types.keys().collect::<Vec<_>>(), "{name}");
    for (field, value) in value {
        let kind = &types[&field];
        let fits = match &value {
            Value::Null => kind.ends_with(" | null"),
            Value::Array(_) => kind.ends_with("[]"),
            Value::Bool(_) => kind == "boolean",
            Value::Number(_) => ["number", "number | null", "1"].contains(&kind.as_str()) || kind.contains("[\"id\"]"),
            Value::String(_) => !kind.ends_with("[]") && kind != "number" && kind != "boolean",
            Value::Object(_) => kind.trim_end_matches(" | null") == "Span",
        };
        assert!(fits, "{name}.{field}: {kind} is not {value}");
    }
}

const SPAN: Utf16Span = Utf16Span { start: 1, end: 2 };

#[test]
fn a_report_is_what_the_types_say() {
    fits("Span", &SPAN);
    let report = Report {
        schema: 1,
        language: "fr".into(),
        coverage: Coverage::Full,
        published: None,
        sentences: vec![],
        voices: vec![],
        sources: vec![],
        attributions: vec![],
        figures: vec![],
        uncounted: vec![],
        sums: vec![],
        dates: vec![],
        claims: vec![],
        flags: vec![],
        cards: vec![],
        folded: vec![],
        consistent: vec![],
        overview: vec![],
        problems: vec![],
    };
    fits("Report", &report);
    fits("Report", &Report { published: Some("2024-08".into()), ..report });

    let voice = Voice { by: VoiceKind::Paper, source: None, attribution: None, losses: true };
    fits("Voice", &voice);
    fits("Voice", &Voice { source: Some(1), attribution: Some(2), ..voice });

    let source =
        Source { id: 0, name: "A".into(), kind: SourceKind::Person, role: None, party: false, mentions: vec![SPAN] };
    fits("Source", &source);
    fits("Source", &Source { role: Some("B".into()), ..source });

    let attribution = Attribution {
        id: 0,
        form: Form::Direct,
        source: None,
        speaker: None,
        cue: vec![],
        content: vec![],
        stance: Stance::Asserts,
        channel: None,
        when: None,
        within: None,
    };
    fits("Attribution", &attribution);
    let (some, id) = (Some(SPAN), Some(1));
    fits(
        "Attribution",
        &Attribution { source: some, speaker: id, channel: some, when: some, within: id, ..attribution },
    );

    let figure = Figure {
        id: 0,
        span: SPAN,
        quantity: SPAN,
        precision: Precision::Exact,
        low: None,
        high: None,
        kind: FigureKind::Killed,
        unit: None,
        attribution: None,
        background: false,
        date: None,
    };
    fits("Figure", &figure);
    let unit = Some("km".into());
    fits("Figure", &Figure { low: Some(1.0), high: Some(2.5), unit, attribution: id, date: id, ..figure });

    let uncounted = Uncounted { figure: 0, span: SPAN, kind: FigureKind::Killed, attribution: None };
    fits("Uncounted", &uncounted);
    fits("Uncounted", &Uncounted { attribution: id, ..uncounted });
    fits("Sum", &Sum { total: 0, parts: vec![1], computed: 1.5, partial: false, agrees: true });

    fits("DateMention", &DateMention { span: SPAN, from: None, to: None, weekday: None });
    let day = Some("2024-08-02".to_owned());
    fits("DateMention", &DateMention { span: SPAN, from: day.clone(), to: day, weekday: Some(5) });

    let claim =
        Claim { id: 0, span: SPAN, worth: 0.5, reasons: vec!["superlative"], attribution: None, figures: vec![1] };
    fits("Claim", &claim);
    fits("Claim", &Claim { attribution: id, ..claim });

    let flag = Flag {
        id: 0,
        check: "a-check",
        severity: Severity::Error,
        span: SPAN,
        message: String::new(),
        question: String::new(),
        standard: String::new(),
        related: vec![],
        in_title: None,
    };
    fits("Flag", &flag);
    fits("Flag", &Flag { in_title: some, ..flag });

    let card = Card { span: SPAN, severity: Severity::Info, flags: vec![0], claim: None, rank: 0 };
    fits("Card", &card);
    fits("Card", &Card { claim: id, ..card });

    fits("Consistency", &Consistency { check: "a-check", span: SPAN, message: String::new() });
    fits("Overview", &Overview { id: "a-line", message: String::new(), spans: vec![SPAN] });
    let (title, standard) = (String::new(), String::new());
    fits("CheckInfo", &CheckInfo { id: "a-check", title, severity: Severity::Info, on_by_default: true, standard });
}

#[test]
fn a_comparison_is_what_the_types_say() {
    let (language, coverage) = ("fr".to_owned(), Coverage::Full);
    fits("Comparison", &Comparison { schema: 1, language, coverage, rows: vec![], changes: vec![] });
    let row = Row { kind: RowKind::Same, before: None, after: None };
    fits("Row", &row);
    fits("Row", &Row { before: Some(SPAN), after: Some(SPAN), ..row });
    let change = Change {
        id: 0,
        kind: ChangeKind::TollChanged,
        severity: Severity::Info,
        before: None,
        after: None,
        message: String::new(),
        question: String::new(),
    };
    fits("Change", &change);
    fits("Change", &Change { before: Some(SPAN), after: Some(SPAN), ..change });
}

#[test]
fn enums_are_the_same_strings() {
    assert_eq!(strings(every!(Coverage: Full Basic)), field_union("Report", "coverage"));
    let kinds = every!(SourceKind: Person Official Institution Party Media Document Collective Anonymous);
    assert_eq!(strings(kinds), type_union("SourceKind"));
    let voices = every!(VoiceKind: Paper Official Party Person Media Document Collective Anonymous);
    assert_eq!(strings(voices), type_union("VoiceKind"));
    assert_eq!(strings(every!(Form: Direct Indirect Mixed)), field_union("Attribution", "form"));
    assert_eq!(strings(every!(Stance: Asserts Concedes Accuses Denies Declines)), field_union("Attribution", "stance"));
    let precisions = every!(Precision: Exact Approximate AtLeast AtMost Range Vague Withheld);
    assert_eq!(strings(precisions), field_union("Figure", "precision"));
    let kinds = every!(FigureKind: Killed Wounded Missing Captured Displaced Casualties People Money Percent
        Distance Duration Age Other);
    assert_eq!(strings(kinds), type_union("FigureKind"));
    assert_eq!(strings(every!(RowKind: Same Moved Changed Added Removed)), field_union("Row", "kind"));
    let kinds = every!(ChangeKind: TollChanged FigureChanged BoundDropped BoundAdded AttributionLost AttributionHardened
        AttributionChanged QuotationAltered FigureUnsourced LossesUncounted NameChanged DateChanged);
    assert!(kinds.iter().all(|kind| strings([kind]).contains(kind.id())));
    assert_eq!(strings(kinds), type_union("ChangeKind"));
    assert_eq!(strings(every!(Severity: Info Warning Error)), field_union("Flag", "severity"));
    let switches = every!(Switch: Off Info Warning Error);
    let names = field_union("House", "checks?");
    assert_eq!(switches.len(), names.len());
    for (name, switch) in ["off", "info", "warning", "error"].into_iter().zip(switches) {
        assert_eq!(Switch::find(name), Some(switch));
        assert!(names.contains(name));
    }
}

#[test]
fn options_are_the_same_fields() {
    // `deny_unknown_fields` lists the fields there are in its error.
    let fields = |error: String| -> BTreeSet<String> {
        let (_, expected) = error.split_once("expected one of").expect("a list of fields");
        expected.split('`').skip(1).step_by(2).map(|field| format!("{field}?")).collect()
    };
    let unknown = || json!({ "no such field": 1 });
    let options = serde_json::from_value::<Options>(unknown()).unwrap_err().to_string();
    assert_eq!(fields(options), interface("Options").into_keys().collect());
    // A new field does not compile until it stands here – and then has to stand in the types.
    let House { checks: _, parties: _, loaded: _, acronyms: _, misfits: _ } = House::default();
    let house = ["checks?", "parties?", "loaded?", "acronyms?"];
    assert_eq!(BTreeSet::from(house.map(str::to_owned)), interface("House").into_keys().collect());
    let house = json!({ "checks": {}, "parties": [], "loaded": [], "acronyms": [] });
    assert!(serde_json::from_value::<House>(house).unwrap().misfits.is_empty());
}

#[test]
fn no_type_is_left_over() {
    let written: BTreeSet<&str> =
        TYPES.lines().filter_map(|line| line.strip_prefix("export interface ")?.split(' ').next()).collect();
    let checked = [
        "Attribution",
        "Card",
        "Change",
        "CheckInfo",
        "Claim",
        "Comparison",
        "Consistency",
        "DateMention",
        "Figure",
        "Flag",
        "House",
        "Options",
        "Overview",
        "Report",
        "Row",
        "Source",
        "Span",
        "Sum",
        "Uncounted",
        "Voice",
    ];
    assert_eq!(written, BTreeSet::from(checked));
}
