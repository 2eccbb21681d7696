//! Letters in lower case, for the scripts that set them apart by a rule.
//!
//! The table of the standard library knows every script and weighs 4 KB of a page, of 200; what is missing here
//! (Cherokee, Coptic, Deseret and other rare ones) stays as it is written, in all places alike.

/// The small letter of a capital, one for one; any other character as it is.
pub fn lower(c: char) -> char {
    let code = u32::from(c);
    // Capital and small letter side by side: the capital is the even or the odd one.
    let even = code | 1;
    let odd = code + code % 2;
    let small = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 0x20,
        ..=0xff => code,
        0x130 => 0x69,
        // Letters of Azerbaijani, Ewe, Fula and Hausa.
        0x181 => 0x253,
        0x186 => 0x254,
        0x189 | 0x18a => code + 205,
        0x18f => 0x259,
        0x190 => 0x25b,
        0x194 => 0x263,
        0x198 | 0x1b3 => code + 1,
        0x19d => 0x272,
        0x178 => 0xff,
        0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 => even,
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc => odd,
        0x1a0..=0x1a5 | 0x1de..=0x1ef | 0x1f8..=0x1ff | 0x200..=0x21f | 0x222..=0x233 => even,
        0x1af | 0x1b0 => odd,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x400..=0x40f => code + 80,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => even,
        0x4c0 => 0x4cf,
        0x4c1..=0x4ce => odd,
        0x531..=0x556 => code + 48,
        0x1e9e => 0xdf,
        0x1e00..=0x1e95 | 0x1ea0..=0x1eff => even,
        0xff21..=0xff3a => code + 0x20,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_letter_of_a_living_script_is_lowered_as_the_standard_library_does() {
        // “İ” alone becomes two characters there.
        let blocks = [0..0x180, 0x391..0x3cf, 0x400..0x557, 0x1e00..0x1e96, 0x1ea0..0x1f00, 0xff00..0xff60];
        let known = |c: &char| blocks.iter().any(|block| block.contains(&u32::from(*c)));
        for c in ('\0'..=char::MAX).filter(known).filter(|c| *c != 'İ') {
            assert_eq!(c.to_lowercase().collect::<Vec<_>>(), [super::lower(c)], "{c}");
        }
        // No small letter, and nothing that is no letter, is changed.
        for c in ('\0'..=char::MAX).filter(|c| c.to_lowercase().eq([*c])) {
            assert_eq!(super::lower(c), c, "{:x}", u32::from(c));
        }
    }
}
