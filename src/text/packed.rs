//! Texts, and other bytes, in fewer bytes.

use std::io::{Error, ErrorKind};

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// A role's file. Others are written in the same fields and of the same things: packed as if they went on where
/// this one ends, they take three quarters of the bytes.
const SAMPLE: &str = include_str!("../../roles/executive-leadership/cto.yaml");

/// Returns a text in fewer bytes.
pub fn pack(text: &str) -> Vec<u8> {
    pack_bytes(text.as_bytes())
}

/// Returns bytes in fewer of them.
pub fn pack_bytes(bytes: &[u8]) -> Vec<u8> {
    pack_behind(&[], bytes)
}

/// Returns the text of a role's file, or what it says in sentences, in fewer bytes.
pub fn pack_role(text: &str) -> Vec<u8> {
    pack_behind(SAMPLE.as_bytes(), text.as_bytes())
}

/// Returns the text that was packed.
///
/// # Errors
/// When the bytes are none that [`pack`] has written.
pub fn unpack(bytes: &[u8]) -> Result<String, Error> {
    String::from_utf8(unpack_bytes(bytes)?).map_err(|_| damaged())
}

/// Returns the bytes that were packed.
///
/// # Errors
/// When they are none that [`pack_bytes`] has written.
pub fn unpack_bytes(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    unpack_behind(&[], bytes)
}

/// Returns the text of a role's file that was packed.
///
/// # Errors
/// When the bytes are none that [`pack_role`] has written.
pub fn unpack_role(bytes: &[u8]) -> Result<String, Error> {
    String::from_utf8(unpack_behind(SAMPLE.as_bytes(), bytes)?).map_err(|_| damaged())
}

/// Returns the length of bytes (u32), and what a deflated stream goes on with behind a sample. The length makes room
/// at once, and no checksum is taken: kept catalogs have their own.
fn pack_behind(sample: &[u8], bytes: &[u8]) -> Vec<u8> {
    const RAW: i32 = 0;
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(9, RAW, 0));
    let mut packed = vec![0; 2 * (sample.len() + bytes.len()) + 1024];
    if !sample.is_empty() {
        let (status, read, _) = compress(&mut compressor, sample, &mut packed, TDEFLFlush::Sync);
        assert!(status == TDEFLStatus::Okay && read == sample.len(), "there is room for the sample");
    }
    let (status, _, written) = compress(&mut compressor, bytes, &mut packed, TDEFLFlush::Finish);
    assert!(status == TDEFLStatus::Done, "there is room for the bytes");
    let length = u32::try_from(bytes.len()).expect("a file is under 4 GiB").to_le_bytes();
    [&length, &packed[..written]].concat()
}

fn unpack_behind(sample: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let (length, packed) = bytes.split_first_chunk().ok_or_else(damaged)?;
    let mut whole = vec![0; sample.len() + room(u32::from_le_bytes(*length) as usize, packed.len())?];
    whole[..sample.len()].copy_from_slice(sample);
    let mut decompressor = DecompressorOxide::new();
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, _, written) = decompress(&mut decompressor, packed, &mut whole, sample.len(), flags);
    if status != TINFLStatus::Done || sample.len() + written != whole.len() {
        return Err(damaged());
    }
    Ok(if sample.is_empty() { whole } else { whole.split_off(sample.len()) })
}

/// Returns a length, unless so few bytes cannot say as much: what is damaged asks for no memory.
fn room(length: usize, packed: usize) -> Result<usize, Error> {
    const MOST: usize = 1032;
    if length > packed.saturating_mul(MOST) { Err(damaged()) } else { Ok(length) }
}

fn damaged() -> Error {
    Error::from(ErrorKind::InvalidData)
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
