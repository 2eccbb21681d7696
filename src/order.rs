//! One sort and one map for the whole core: the standard library's would add eight kilobytes of wasm for each type.

use std::collections::BTreeMap;

/// Indices by a word or a number.
pub type Index = BTreeMap<String, Vec<usize>>;

/// A key for [`Index`] from numbers.
pub fn key(numbers: &[u64]) -> String {
    let mut key = String::new();
    for number in numbers {
        key.push_str(&number.to_string());
        key.push(' ');
    }
    key
}

/// Sorts `items` by two numbers, keeping the order of equals.
pub fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> (usize, usize)) {
    let mut order = Vec::with_capacity(items.len());
    for (i, item) in items.iter().enumerate() {
        let (first, second) = key(item);
        order.push((first, second, i));
    }
    if order.iter().zip(order.iter().skip(1)).all(|(a, b)| a < b) {
        return;
    }
    sort(&mut order);
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, _, i)| slots.get_mut(i)?.take()));
}

/// By halves, which are merged.
fn sort(order: &mut Vec<(usize, usize, usize)>) {
    if order.len() < 2 {
        return;
    }
    let mut right = order.split_off(order.len() / 2);
    sort(order);
    sort(&mut right);
    let mut left = std::mem::take(order).into_iter().peekable();
    for item in right {
        while let Some(smaller) = left.next_if(|other| *other < item) {
            order.push(smaller);
        }
        order.push(item);
    }
    order.extend(left);
}

#[cfg(test)]
mod tests {
    #[test]
    fn equals_keep_their_order() {
        let mut words = vec!["bb", "a", "cc", "d", "", "ee", "ff", "b"];
        super::by_key(&mut words, |w| (w.len(), 0));
        assert_eq!(words, ["", "a", "d", "b", "bb", "cc", "ee", "ff"]);
    }
}
