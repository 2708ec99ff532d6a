//! Numbers that stand for bytes.

/// FNV-1a over words of eight bytes: fast, and enough to tell a damaged file from a whole one, or a
/// changed folder from what it was.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(29);
    let words = bytes.chunks_exact(8);
    let rest = words.remainder().iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    let hash =
        words.map(|word| u64::from_le_bytes(word.try_into().expect("eight bytes"))).fold(0xcbf2_9ce4_8422_2325, mix);
    mix(hash, rest ^ bytes.len() as u64)
}

/// The number that stands for a key which is only ever looked for: ten thousand of them are a third as long as
/// the keys. That two share one is as likely as a damaged bit.
pub fn hashed(key: &str) -> [u8; 8] {
    checksum(key.as_bytes()).to_be_bytes()
}
