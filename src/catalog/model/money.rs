//! Amounts and rows of pay, in as few bytes as they take: tens of thousands of them are baked.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::ser::SerializeTuple;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::catalog::model::{Money, PayRow};

/// Most amounts are whole: they are written without their hundredths, and the lowest bit says so.
impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(hundredths) = *self;
        let number = match hundredths % 100 {
            0 => u128::from(hundredths / 100) << 1,
            _ => u128::from(hundredths) << 1 | 1,
        };
        number.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u128::deserialize(deserializer)?;
        let hundredths = if number & 1 == 0 { (number >> 1) * 100 } else { number >> 1 };
        u64::try_from(hundredths).map(Self).map_err(D::Error::custom)
    }
}

/// What a row has, as bits: a byte as long as it has nothing rare.
mod has {
    pub const N: u16 = 1;
    pub const P25: u16 = 1 << 1;
    pub const MEDIAN: u16 = 1 << 2;
    pub const P75: u16 = 1 << 3;
    pub const P10: u16 = 1 << 4;
    pub const P90: u16 = 1 << 5;
    pub const COLLAPSED: u16 = 1 << 6;
    pub const BIASED: u16 = 1 << 7;
    pub const NOTE: u16 = 1 << 8;
    /// All that is followed by a value.
    pub const VALUES: u16 = N | P25 | MEDIAN | P75 | P10 | P90 | NOTE;
}

impl PayRow<'_> {
    fn bits(&self) -> u16 {
        let all = [
            (has::N, self.n.is_some()),
            (has::P25, self.p25.is_some()),
            (has::MEDIAN, self.median.is_some()),
            (has::P75, self.p75.is_some()),
            (has::P10, self.p10.is_some()),
            (has::P90, self.p90.is_some()),
            (has::COLLAPSED, self.collapsed),
            (has::BIASED, self.biased),
            (has::NOTE, self.note.is_some()),
        ];
        all.iter().filter(|(_, has)| *has).fold(0, |bits, (bit, _)| bits | bit)
    }
}

impl Serialize for PayRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { region, year, n, p10, p25, median, p75, p90, biased: _, collapsed: _, note } = self;
        let bits = self.bits();
        let mut row = serializer.serialize_tuple(3 + (bits & has::VALUES).count_ones() as usize)?;
        row.serialize_element(&bits)?;
        row.serialize_element(region)?;
        row.serialize_element(year)?;
        n.iter().try_for_each(|n| row.serialize_element(n))?;
        [p25, median, p75, p10, p90].into_iter().flatten().try_for_each(|amount| row.serialize_element(amount))?;
        note.iter().try_for_each(|note| row.serialize_element(note))?;
        row.end()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for PayRow<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const MOST: usize = 3 + has::VALUES.count_ones() as usize;
        deserializer.deserialize_tuple(MOST, RowOfPay)
    }
}

struct RowOfPay;

impl<'de> Visitor<'de> for RowOfPay {
    type Value = PayRow<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a row of pay")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<PayRow<'de>, A::Error> {
        let bits: u16 = next(&mut values)?;
        let (region, year) = (next(&mut values)?, next(&mut values)?);
        Ok(PayRow {
            region,
            year,
            n: next_if(bits & has::N, &mut values)?,
            p25: next_if(bits & has::P25, &mut values)?,
            median: next_if(bits & has::MEDIAN, &mut values)?,
            p75: next_if(bits & has::P75, &mut values)?,
            p10: next_if(bits & has::P10, &mut values)?,
            p90: next_if(bits & has::P90, &mut values)?,
            note: next_if(bits & has::NOTE, &mut values)?,
            biased: bits & has::BIASED != 0,
            collapsed: bits & has::COLLAPSED != 0,
        })
    }
}

fn next<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(values: &mut A) -> Result<T, A::Error> {
    values.next_element()?.ok_or_else(|| A::Error::custom("a row of pay is too short"))
}

fn next_if<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(bit: u16, values: &mut A) -> Result<Option<T>, A::Error> {
    if bit == 0 { Ok(None) } else { next(values).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::model::RegionIx;

    #[test]
    fn amounts_come_back_whole_or_not() {
        for hundredths in [0, 1, 99, 100, 3_850, 11_137_400, u64::MAX, u64::MAX - u64::MAX % 100] {
            let bytes = postcard::to_allocvec(&Money(hundredths)).expect("it is written");
            assert_eq!(postcard::from_bytes(&bytes), Ok(Money(hundredths)));
        }
        assert_eq!(postcard::to_allocvec(&Money(11_137_400)).map(|bytes| bytes.len()), Ok(3));
    }

    #[test]
    fn rows_come_back_with_what_they_have() {
        let bare = PayRow {
            region: RegionIx(7),
            year: 2025,
            n: None,
            p10: None,
            p25: None,
            median: Some(Money(3_850)),
            p75: None,
            p90: None,
            biased: false,
            collapsed: true,
            note: None,
        };
        let full = PayRow {
            n: Some(0),
            p10: Some(Money(100)),
            p25: Some(Money(200)),
            p75: Some(Money(400)),
            p90: Some(Money(50_001)),
            biased: true,
            note: Some("of half of them"),
            ..bare
        };
        let bytes = postcard::to_allocvec(&[bare, full, bare]).expect("they are written");
        let read: [PayRow<'_>; 3] = postcard::from_bytes(&bytes).expect("they are read");
        assert_eq!(format!("{read:?}"), format!("{:?}", [bare, full, bare]));
    }
}
