//! Texts, and other bytes, in fewer bytes.

use std::io::{Error, ErrorKind};

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;

/// Returns a text in fewer bytes.
pub fn pack(text: &str) -> Vec<u8> {
    pack_bytes(text.as_bytes())
}

/// Returns bytes in fewer of them.
pub fn pack_bytes(bytes: &[u8]) -> Vec<u8> {
    const SMALLEST: u8 = 9;
    compress_to_vec_zlib(bytes, SMALLEST)
}

/// Returns the text that was packed.
///
/// # Errors
/// When the bytes are none that [`pack`] has written.
pub fn unpack(bytes: &[u8]) -> Result<String, Error> {
    String::from_utf8(unpack_bytes(bytes)?).map_err(|_| Error::from(ErrorKind::InvalidData))
}

/// Returns the bytes that were packed.
///
/// # Errors
/// When they are none that [`pack_bytes`] has written.
pub fn unpack_bytes(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    decompress_to_vec_zlib(bytes).map_err(|_| Error::from(ErrorKind::InvalidData))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_back_as_it_was() {
        let text = "title: Chief Technology Officer\n".repeat(100);
        let packed = pack(&text);
        assert!(packed.len() * 4 < text.len());
        assert_eq!(unpack(&packed).ok(), Some(text));
        assert!(unpack(b"no packed text").is_err());
    }
}
