//! What few questions ask for, a seventh of a catalog: the names of roles in other languages, and how weights came about.

use std::borrow::Cow;

use serde::Deserialize;

use crate::catalog::Catalog;
use crate::catalog::baked::sections::Part;
use crate::catalog::model::{RoleIx, Terms, Translation};
use crate::text::packed;

/// The first byte of a record: how the others are written.
const PLAIN: u8 = 0;
const PACKED: u8 = 1;

/// A record, in bytes of its own where it was packed.
struct Unpacked<'a>(Cow<'a, [u8]>);

impl Unpacked<'_> {
    fn read<'s, T: Deserialize<'s>>(&'s self) -> T {
        postcard::from_bytes(&self.0).expect("records are read by the version that wrote them")
    }
}

/// The names of a role in other languages.
pub struct Abroad<'a>(Unpacked<'a>);

impl Abroad<'_> {
    /// Returns them by language and source.
    pub fn translations(&self) -> Vec<Translation<'_>> {
        self.0.read()
    }
}

/// How the ratings of a role came about.
pub struct Grounds<'a>(Unpacked<'a>);

impl Grounds<'_> {
    /// Returns them by competency.
    pub fn terms(&self) -> Vec<Terms<'_>> {
        self.0.read()
    }
}

impl<'a> Catalog<'a> {
    pub fn abroad(&self, role: RoleIx) -> Abroad<'a> {
        Abroad(self.unpacked_record(Part::Translations, role))
    }

    pub fn grounds(&self, role: RoleIx) -> Grounds<'a> {
        Grounds(self.unpacked_record(Part::Terms, role))
    }

    fn unpacked_record(&self, part: Part, role: RoleIx) -> Unpacked<'a> {
        let (how, bytes) = self.reader.record(part, role.at()).split_first().expect("it says how");
        Unpacked(match *how {
            PACKED => Cow::Owned(packed::unpack_bytes(bytes).expect("it is read by the version that packed it")),
            _ => Cow::Borrowed(bytes),
        })
    }
}

/// Returns what is encoded already as a record, packed where that is wanted.
pub fn record(encoded: &[u8], is_packed: bool) -> Vec<u8> {
    match is_packed {
        true => [&[PACKED], packed::pack_bytes(encoded).as_slice()].concat(),
        false => [&[PLAIN], encoded].concat(),
    }
}
