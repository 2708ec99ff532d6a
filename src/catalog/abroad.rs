//! Names of roles in other languages: a tenth of a catalog, which few questions ask for.

use std::borrow::Cow;

use crate::catalog::Catalog;
use crate::catalog::baked::blob::append;
use crate::catalog::baked::sections::Part;
use crate::catalog::model::{RoleIx, Translation};
use crate::text::packed;

/// The first byte of a record: how the others are written.
const PLAIN: u8 = 0;
const PACKED: u8 = 1;

/// The names of a role in other languages, in bytes of their own where they were packed.
pub struct Abroad<'a>(Cow<'a, [u8]>);

impl Abroad<'_> {
    /// Returns them by language and source.
    pub fn translations(&self) -> Vec<Translation<'_>> {
        postcard::from_bytes(&self.0).expect("records are read by the version that wrote them")
    }
}

impl<'a> Catalog<'a> {
    pub fn abroad(&self, role: RoleIx) -> Abroad<'a> {
        let (how, bytes) = self.reader.record(Part::Translations, role.at()).split_first().expect("it says how");
        Abroad(match *how {
            PACKED => Cow::Owned(packed::unpack_bytes(bytes).expect("it is read by the version that packed it")),
            _ => Cow::Borrowed(bytes),
        })
    }
}

/// Returns the record of a role's names in other languages.
pub fn record(translations: &[Translation<'_>], is_packed: bool) -> Vec<u8> {
    let mut bytes = vec![PLAIN];
    append(&translations, &mut bytes);
    if is_packed && !translations.is_empty() {
        let packed = packed::pack_bytes(&bytes[1..]);
        bytes.clear();
        bytes.push(PACKED);
        bytes.extend(packed);
    }
    bytes
}
