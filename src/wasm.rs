//! The browser's door: one call, one plain object back.
//!
//! Thin on purpose, and the only place that knows JavaScript values. Types and meanings stand in
//! `wasm.d.ts`, which goes out beside the bindings. Text arrives as UTF-8 made by the browser's own
//! encoder: a lone surrogate becomes U+FFFD, which is one UTF-16 code unit as well, so every place
//! in the report still fits the page's string.

use crate::report::{Given, House, Options};
use js_sys::{Array, Error, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// Reads `text`; `options` is an object as in `wasm.d.ts`, or nothing.
#[wasm_bindgen(skip_typescript)]
pub fn check(text: &str, options: &JsValue) -> Result<JsValue, Error> {
    say_where_it_traps();
    let report = crate::check(text, &read_options(options)?).map_err(sentence)?;
    plain(&report)
}

/// Compares two versions; `options` as for `check`.
#[wasm_bindgen(skip_typescript)]
pub fn compare(before: &str, after: &str, options: &JsValue) -> Result<JsValue, Error> {
    say_where_it_traps();
    let comparison = crate::compare(before, after, &read_options(options)?).map_err(sentence)?;
    plain(&comparison)
}

/// The checks there are, with titles in `language`.
#[wasm_bindgen(skip_typescript)]
pub fn checks(language: &str) -> Result<JsValue, Error> {
    plain(&crate::checks(language))
}

/// Tags of the languages that are read in full.
#[wasm_bindgen(skip_typescript)]
pub fn languages() -> Result<JsValue, Error> {
    plain(&crate::languages())
}

/// The console gets the place in the code and nothing else: the message of a panic may hold words of the draft.
fn say_where_it_traps() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, |at| format!(" at {}:{}", at.file(), at.line()));
        web_sys::console::error_1(&format!("Bilan stopped{place}.").into());
    }));
}

fn plain(value: &impl Serialize) -> Result<JsValue, Error> {
    // `null` for what is not there and objects for maps, as JSON has it: `undefined` and `Map` do
    // not survive `JSON.stringify`, and the report is meant to.
    value.serialize(&Serializer::json_compatible()).map_err(sentence)
}

fn sentence(error: impl std::fmt::Display) -> Error {
    Error::new(&error.to_string())
}

/// Field by field rather than by `Deserialize`: that would pass over keys it does not know, could
/// not say which field is wrong, and brings the printing of floats along (a tenth of the wasm).
fn read_options(value: &JsValue) -> Result<Options, Error> {
    let mut given = Fields::new(value, "options")?;
    let options = Options {
        language: given.text("language")?,
        messages: given.text("messages")?,
        published: given.text("published")?,
        title: given.text("title")?,
        captions: given.list("captions")?,
        house: House::from(self::given(&given.take("house")?, 0)),
    };
    given.finish().map(|()| options)
}

/// Tables below the list itself: deeper ones, which may hold themselves, are nothing that fits.
const DEPTH: usize = 2;

/// A house list as the core judges it.
fn given(value: &JsValue, depth: usize) -> Given {
    if value.is_undefined() || value.is_null() {
        return Given::Absent;
    }
    if let Some(text) = value.as_string() {
        return Given::Text(text);
    }
    if depth > DEPTH {
        return Given::Other;
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return Given::List(list.iter().map(|entry| given(&entry, depth + 1)).collect());
    }
    let Some(object) = value.dyn_ref::<Object>().filter(|_| !value.is_function()) else { return Given::Other };
    // One by one: to collect a map brings another sort along.
    let mut table = BTreeMap::new();
    for key in Object::keys(object).iter() {
        let value = Reflect::get(object, &key).map_or(Given::Other, |value| given(&value, depth + 1));
        table.extend(key.as_string().map(|key| (key, value)));
    }
    Given::Table(table)
}

/// An object that the caller gave, and the keys of it that nobody asked for yet.
struct Fields<'a> {
    object: &'a JsValue,
    name: &'static str,
    unread: Vec<String>,
}

impl<'a> Fields<'a> {
    /// Nothing at all counts as an object without keys.
    fn new(object: &'a JsValue, name: &'static str) -> Result<Self, Error> {
        let unread = match object.dyn_ref::<Object>() {
            Some(object) if !Array::is_array(object) => {
                Object::keys(object).iter().filter_map(|key| key.as_string()).collect()
            }
            _ if object.is_undefined() || object.is_null() => Vec::new(),
            _ => return Err(sentence(format!("“{name}” must be an object."))),
        };
        Ok(Fields { object, name, unread })
    }

    /// The value under `key`; `undefined` when there is none.
    fn take(&mut self, key: &str) -> Result<JsValue, Error> {
        if !self.unread.iter().any(|unread| unread == key) {
            return Ok(JsValue::UNDEFINED);
        }
        self.unread.retain(|unread| unread != key);
        Reflect::get(self.object, &key.into()).map_err(|_| self.wrong(key, "readable"))
    }

    fn text(&mut self, key: &str) -> Result<Option<String>, Error> {
        let value = self.take(key)?;
        if value.is_undefined() || value.is_null() {
            return Ok(None);
        }
        value.as_string().map(Some).ok_or_else(|| self.wrong(key, "a string"))
    }

    fn list(&mut self, key: &str) -> Result<Vec<String>, Error> {
        let value = self.take(key)?;
        if value.is_undefined() || value.is_null() {
            return Ok(Vec::new());
        }
        let strings = value.dyn_ref::<Array>().and_then(|list| list.iter().map(|entry| entry.as_string()).collect());
        strings.ok_or_else(|| self.wrong(key, "a list of strings"))
    }

    /// A key that nobody asked for is a misspelt one.
    fn finish(self) -> Result<(), Error> {
        match self.unread.first() {
            Some(key) => Err(sentence(format!("“{}” has no field “{key}”.", self.name))),
            None => Ok(()),
        }
    }

    fn wrong(&self, key: &str, wanted: &str) -> Error {
        sentence(format!("“{}.{key}” must be {wanted}.", self.name))
    }
}
