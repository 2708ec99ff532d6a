//! Texts, and other bytes, in fewer bytes.

use std::io::{Error, ErrorKind};

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib};

/// A role's file. Others are written in the same fields and of the same things: packed as if they went on where
/// this one ends, they take three quarters of the bytes.
const SAMPLE: &str = include_str!("../../roles/executive-leadership/cto.yaml");

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

/// Returns the text of a role's file in fewer bytes: its length (u32), and what a deflated stream goes on with
/// behind the sample.
pub fn pack_role(text: &str) -> Vec<u8> {
    const RAW: i32 = 0;
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(9, RAW, 0));
    let mut packed = vec![0; 2 * (SAMPLE.len() + text.len()) + 1024];
    let (status, read, _) = compress(&mut compressor, SAMPLE.as_bytes(), &mut packed, TDEFLFlush::Sync);
    assert!(status == TDEFLStatus::Okay && read == SAMPLE.len(), "there is room for the sample");
    let (status, _, written) = compress(&mut compressor, text.as_bytes(), &mut packed, TDEFLFlush::Finish);
    assert!(status == TDEFLStatus::Done, "there is room for the text");
    let length = u32::try_from(text.len()).expect("a file is under 4 GiB").to_le_bytes();
    [&length, &packed[..written]].concat()
}

/// Returns the text of a role's file that was packed.
///
/// # Errors
/// When the bytes are none that [`pack_role`] has written.
pub fn unpack_role(bytes: &[u8]) -> Result<String, Error> {
    let damaged = || Error::from(ErrorKind::InvalidData);
    let (length, packed) = bytes.split_first_chunk().ok_or_else(damaged)?;
    let mut text = vec![0; SAMPLE.len() + u32::from_le_bytes(*length) as usize];
    text[..SAMPLE.len()].copy_from_slice(SAMPLE.as_bytes());
    let mut decompressor = DecompressorOxide::new();
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, _, written) = decompress(&mut decompressor, packed, &mut text, SAMPLE.len(), flags);
    if status != TINFLStatus::Done || SAMPLE.len() + written != text.len() {
        return Err(damaged());
    }
    String::from_utf8(text.split_off(SAMPLE.len())).map_err(|_| damaged())
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

    #[test]
    fn a_roles_file_comes_back_as_it_was() {
        for text in
            [SAMPLE.replace("Technology", "Information"), "title: X\n".repeat(9000), "é".to_owned(), String::new()]
        {
            assert_eq!(unpack_role(&pack_role(&text)).ok(), Some(text));
        }
        assert!(pack_role(SAMPLE).len() * 20 < SAMPLE.len());
        let whole = pack_role(SAMPLE);
        assert!(unpack_role(&whole[..whole.len() - 3]).is_err() && unpack_role(b"no").is_err());
    }
}
