//! Lists that others keep, whole: what is not in them is a typing error.

use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::read::schema::{Spanned, Whole, Word, place};
use crate::text::harmless::shown;

/// The currencies of ISO 4217 as of 2026. Left out is what nobody is paid in: metals, bond units, funds and
/// units of account (`XDR`, `CLF`), the codes for tests and for no currency.
const CURRENCIES: &str = "\
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP \
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG \
    HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL \
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR \
    RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD \
    TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

/// Codes of ISO 4217 for funds, accounts and units of account, those of list three among them.
const UNITS: &str = "BEC BEL BOV CHC CHE CHW CLF COU ECV ESA ESB LUC LUL MXV USN USS UYI UYW XAD XDR XEU XFO XFU XRE XSU \
    XUA ZAL";

/// The currencies of ISO 4217's list three, which were given up, and the last year in which anybody can have
/// been paid in them.
const FORMER_CURRENCIES: &str = "\
    ADP 2001, AFA 2003, ALK 1989, ANG 2025, AOK 1991, AON 2000, AOR 2000, ARA 1992, ARP 1985, ARY 1990, ATS 2001, \
    AYM 2005, AZM 2006, BAD 1998, BEF 2001, BGJ 1989, BGK 1989, BGL 2003, BGN 2025, BOP 1987, BRB 1986, BRC 1989, \
    BRE 1993, BRN 1990, BRR 1994, BUK 1990, BYB 2001, BYR 2016, CSD 2006, CSJ 1989, CSK 1993, CUC 2021, CYP 2007, \
    DDM 1990, DEM 2001, ECS 2000, EEK 2010, ESP 2001, FIM 2001, FRF 2001, GEK 1995, GHC 2007, GNE 1989, GNS 1986, \
    GQE 1986, GRD 2001, GWE 1981, GWP 1997, HRD 1995, HRK 2022, IEP 2001, ILP 1981, ILR 1989, ISJ 1989, ITL 2001, \
    LAJ 1979, LSM 1985, LTL 2014, LTT 1993, LUF 2001, LVL 2013, LVR 1994, MGF 2004, MLF 1984, MRO 2017, MTL 2007, \
    MTP 1983, MVQ 1989, MXP 1993, MZE 1981, MZM 2006, NIC 1990, NLG 2001, PEH 1990, PEI 1991, PES 1986, PLZ 1997, \
    PTE 2001, RHD 1981, ROK 1989, ROL 2005, RUR 2004, SDD 2007, SDP 1998, SIT 2006, SKK 2008, SLL 2024, SRG 2003, \
    STD 2017, SUR 1991, TJR 2001, TMM 2008, TPE 2002, TRL 2005, UAK 1996, UGS 1987, UGW 1989, UYN 1989, UYP 1993, \
    VEB 2007, VEF 2018, VNC 1989, YDD 1991, YUD 1990, YUM 2003, YUN 1995, ZMK 2012, ZRN 1999, ZRZ 1994, ZWC 1989, \
    ZWD 2008, ZWL 2024, ZWN 2008, ZWR 2009";

/// Currencies that took the place of another, and the first year in which anybody can have been paid in them.
const LATER_CURRENCIES: &str = "\
    AFN 2002, ARS 1992, AZN 2006, BAM 1998, BRL 1994, BYN 2016, CDF 1998, CZK 1993, EUR 1999, GEL 1995, GHS 2007, \
    KGS 1993, KZT 1993, MGA 2003, MRU 2018, MXN 1993, MZN 2006, PEN 1991, PLN 1995, RON 2005, RSD 2003, RUB 1998, \
    SDG 2007, SLE 2022, SSP 2011, STN 2018, TJS 2000, TMT 2009, TRY 2005, UAH 1996, UYU 1993, VED 2021, VES 2018, \
    XCG 2025, ZMW 2013, ZWG 2024";

/// The 436 unit groups of ISCO-08, in order.
const ISCO: &str = "\
    0110 0210 0310 1111 1112 1113 1114 1120 1211 1212 1213 1219 1221 1222 1223 1311 1312 1321 1322 1323 1324 1330 \
    1341 1342 1343 1344 1345 1346 1349 1411 1412 1420 1431 1439 2111 2112 2113 2114 2120 2131 2132 2133 2141 2142 \
    2143 2144 2145 2146 2149 2151 2152 2153 2161 2162 2163 2164 2165 2166 2211 2212 2221 2222 2230 2240 2250 2261 \
    2262 2263 2264 2265 2266 2267 2269 2310 2320 2330 2341 2342 2351 2352 2353 2354 2355 2356 2359 2411 2412 2413 \
    2421 2422 2423 2424 2431 2432 2433 2434 2511 2512 2513 2514 2519 2521 2522 2523 2529 2611 2612 2619 2621 2622 \
    2631 2632 2633 2634 2635 2636 2641 2642 2643 2651 2652 2653 2654 2655 2656 2659 3111 3112 3113 3114 3115 3116 \
    3117 3118 3119 3121 3122 3123 3131 3132 3133 3134 3135 3139 3141 3142 3143 3151 3152 3153 3154 3155 3211 3212 \
    3213 3214 3221 3222 3230 3240 3251 3252 3253 3254 3255 3256 3257 3258 3259 3311 3312 3313 3314 3315 3321 3322 \
    3323 3324 3331 3332 3333 3334 3339 3341 3342 3343 3344 3351 3352 3353 3354 3355 3359 3411 3412 3413 3421 3422 \
    3423 3431 3432 3433 3434 3435 3511 3512 3513 3514 3521 3522 4110 4120 4131 4132 4211 4212 4213 4214 4221 4222 \
    4223 4224 4225 4226 4227 4229 4311 4312 4313 4321 4322 4323 4411 4412 4413 4414 4415 4416 4419 5111 5112 5113 \
    5120 5131 5132 5141 5142 5151 5152 5153 5161 5162 5163 5164 5165 5169 5211 5212 5221 5222 5223 5230 5241 5242 \
    5243 5244 5245 5246 5249 5311 5312 5321 5322 5329 5411 5412 5413 5414 5419 6111 6112 6113 6114 6121 6122 6123 \
    6129 6130 6210 6221 6222 6223 6224 6310 6320 6330 6340 7111 7112 7113 7114 7115 7119 7121 7122 7123 7124 7125 \
    7126 7127 7131 7132 7133 7211 7212 7213 7214 7215 7221 7222 7223 7224 7231 7232 7233 7234 7311 7312 7313 7314 \
    7315 7316 7317 7318 7319 7321 7322 7323 7411 7412 7413 7421 7422 7511 7512 7513 7514 7515 7516 7521 7522 7523 \
    7531 7532 7533 7534 7535 7536 7541 7542 7543 7544 7549 8111 8112 8113 8114 8121 8122 8131 8132 8141 8142 8143 \
    8151 8152 8153 8154 8155 8156 8157 8159 8160 8171 8172 8181 8182 8183 8189 8211 8212 8219 8311 8312 8321 8322 \
    8331 8332 8341 8342 8343 8344 8350 9111 9112 9121 9122 9123 9129 9211 9212 9213 9214 9215 9216 9311 9312 9313 \
    9321 9329 9331 9332 9333 9334 9411 9412 9510 9520 9611 9612 9613 9621 9622 9623 9624 9629";

/// The 41 work roles of the NICE framework 2.0.0: its categories, and how many work roles each numbers.
const NICE: [(&str, u16); 5] = [("OG", 16), ("DD", 9), ("IO", 7), ("PD", 7), ("IN", 2)];

/// Codes that O*NET-SOC 2019 gave up, and what it has in their place; O*NET's own crosswalk.
const RETIRED_ONET: &str = include_str!("retired_onet.txt");

/// The first and the last year of which there are figures. No clock is asked, so that a catalog is right or
/// wrong on every day alike; whoever reads figures that are newer than the last has currencies, codes and
/// judgments here that are too old for them.
pub const YEARS: std::ops::RangeInclusive<u16> = 1950..=2035;

/// The last year to which people forecast how many are employed.
const FORECAST: u16 = 2075;

/// Returns the code of every currency.
pub fn currencies() -> impl Iterator<Item = &'static str> {
    CURRENCIES.split(' ').chain(former_currencies().map(|(code, _)| code))
}

/// Returns the currencies that were given up, each with the last year of its use.
fn former_currencies() -> impl Iterator<Item = (&'static str, u16)> {
    with_years(FORMER_CURRENCIES)
}

fn with_years(list: &'static str) -> impl Iterator<Item = (&'static str, u16)> {
    let entries = list.split(", ").filter_map(|entry| entry.split_once(' '));
    entries.filter_map(|(code, year)| Some((code, year.parse().ok()?)))
}

/// Returns the code of a language.
///
/// # Errors
/// A diagnostic where a word is none.
pub fn language<'a>(file: FileOf<'_>, word: &'a Word) -> Result<&'a str, Diagnostic> {
    let code: &str = &word.value;
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Ok(code);
    }
    let message = format!("`{}` is no code of a language", shown(code));
    Err(Diagnostic::at(file, place(word), "unknown-word", message)
        .help("write two small letters, as ISO 639-1 has them: `en`"))
}

/// Tells whether ISO 4217 has a currency of a code.
pub fn is_currency(code: &str) -> bool {
    currencies().any(|listed| listed == code)
}

/// Returns the currency that a word names.
///
/// # Errors
/// A diagnostic where ISO 4217 has none of that code.
pub fn currency<'a>(file: FileOf<'_>, word: &'a Word) -> Result<&'a str, Diagnostic> {
    let code: &str = &word.value;
    if is_currency(code) {
        return Ok(code);
    }
    let meant = code.trim().to_uppercase();
    let help = match is_currency(&meant) {
        true => format!("did you mean `{meant}`?"),
        false => "a currency is its code in ISO 4217: `EUR`, `USD`, `GBP`".to_owned(),
    };
    let message = match has(UNITS, code) {
        true => format!("`{code}` is a unit of account: nobody is paid in it"),
        false => format!("no currency has the code `{}`", shown(code)),
    };
    Err(Diagnostic::at(file, place(word), "unknown-currency", message).help(help))
}

/// Returns the unit group of ISCO-08 that a word names.
///
/// # Errors
/// A diagnostic where there is none of that code.
pub fn isco<'a>(file: FileOf<'_>, word: &'a Word) -> Result<&'a str, Diagnostic> {
    let code: &str = &word.value;
    if has(ISCO, code) {
        return Ok(code);
    }
    let message = format!("ISCO-08 has no unit group `{}`", shown(code));
    Err(Diagnostic::at(file, place(word), "unknown-occupation", message)
        .help("a unit group is four digits: `2512` for software developers"))
}

/// Returns the work role of the NICE framework that a word names. Of categories that the framework has given
/// up, and of its first edition, the form alone is known.
///
/// # Errors
/// A diagnostic where there is none of that code.
pub fn nice<'a>(file: FileOf<'_>, word: &'a Word) -> Result<&'a str, Diagnostic> {
    let code: &str = &word.value;
    if is_nice(code).unwrap_or(false) {
        return Ok(code);
    }
    let message = format!("the NICE framework has no work role `{}`", shown(code));
    Err(Diagnostic::at(file, place(word), "unknown-occupation", message)
        .help("a work role is its category and number: `PD-WRL-007` for vulnerability analysis"))
}

/// Tells whether a work role of this code may be; none where it is no code.
fn is_nice(code: &str) -> Option<bool> {
    let (category, rest) = code.split_once('-')?;
    let (area, number) = rest.split_once('-')?;
    let is_word = |part: &str, letters| part.len() == letters && part.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_number = number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let most = NICE.iter().find(|(known, _)| area == "WRL" && *known == category).map_or(999, |(_, count)| *count);
    Some(is_word(category, 2) && is_word(area, 3) && is_number && (1..=most).contains(&number.parse().ok()?))
}

/// Tells that somebody may have been paid in a currency in a year.
///
/// # Errors
/// A diagnostic where the currency had been given up by then, or was not there yet.
pub fn still_paid(file: FileOf<'_>, at: Place, currency: &str, year: u16) -> Result<(), Diagnostic> {
    let of = |(code, year): (&'static str, u16)| (code == currency).then_some(year);
    let last = former_currencies().find_map(of).filter(|last| year > *last);
    let first = with_years(LATER_CURRENCIES).find_map(of).filter(|first| year < *first);
    let why = last.map(|last| format!("it was given up in {last}"));
    match why.or_else(|| first.map(|first| format!("it came in {first}"))) {
        None => Ok(()),
        Some(why) => {
            let message = format!("nobody is paid in `{currency}` in {year}: {why}");
            Err(Diagnostic::at(file, at, "unknown-currency", message)
                .help("compare the year and the currency with the source"))
        }
    }
}

/// Returns a year of which there can be figures.
///
/// # Errors
/// A diagnostic where it has not four digits, or nobody speaks of it.
pub fn year(file: FileOf<'_>, year: &Spanned<Whole<u16>>) -> Result<u16, Diagnostic> {
    within(file, year, YEARS)
}

/// Returns a year that a forecast begins or ends with.
///
/// # Errors
/// As [`year`].
pub fn forecast(file: FileOf<'_>, year: &Spanned<Whole<u16>>) -> Result<u16, Diagnostic> {
    within(file, year, *YEARS.start()..=FORECAST)
}

fn within(
    file: FileOf<'_>,
    year: &Spanned<Whole<u16>>,
    years: std::ops::RangeInclusive<u16>,
) -> Result<u16, Diagnostic> {
    if years.contains(&year.value.0) {
        return Ok(year.value.0);
    }
    let message = format!("`{}` is no year of which there are figures", year.value.0);
    let help = format!("write its four digits, from {} to {}", years.start(), years.end());
    Err(Diagnostic::at(file, place(year), "crooked-year", message).help(help))
}

/// The ranks of levels.
pub const RANKS: std::ops::RangeInclusive<u8> = 1..=9;

/// Tells that a level can have a rank.
///
/// # Errors
/// A diagnostic where it lies outside of [`RANKS`].
pub fn rank(file: FileOf<'_>, rank: &Spanned<Whole<u8>>) -> Result<(), Diagnostic> {
    if RANKS.contains(&rank.value.0) {
        return Ok(());
    }
    let (first, last) = (RANKS.start(), RANKS.end());
    let message = format!("`rank` takes a rank from {first} to {last}, not `{}`", rank.value.0);
    Err(Diagnostic::at(file, place(rank), "wrong-type", message)
        .help("catalogs are compared by rank: two levels of one rank are rungs, which `ladder:` names"))
}

/// Tells that a level can be called so: a number is a rank, wherever levels are asked for.
///
/// # Errors
/// A diagnostic where it is a number.
pub fn level_name(file: FileOf<'_>, word: &Word) -> Result<(), Diagnostic> {
    let name = word.value.trim();
    if name.is_empty() || name.bytes().any(|byte| !byte.is_ascii_digit()) {
        return Ok(());
    }
    let message = format!("a level cannot be called `{name}`: a number asks for the rank");
    Err(Diagnostic::at(file, place(word), "wrong-type", message).help("put a letter before it: `L5`"))
}

/// Returns the O*NET codes that have taken the place of a retired one.
pub fn successors(code: &str) -> Vec<&'static str> {
    let mut lines = RETIRED_ONET.lines().map(|line| line.split(' '));
    lines.find_map(|mut codes| (codes.next() == Some(code)).then(|| codes.collect())).unwrap_or_default()
}

/// Tells whether a list has a word.
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole() {
        assert_eq!(ISCO.split(' ').count(), 436);
        assert!(ISCO.split(' ').is_sorted() && ISCO.split(' ').all(|code| code.len() == 4));
        assert_eq!(CURRENCIES.split(' ').count(), 155);
        assert_eq!(former_currencies().count(), 114);
        assert!(former_currencies().is_sorted());
        assert!(former_currencies().all(|(code, last)| YEARS.contains(&last) && !has(CURRENCIES, code)));
        assert!(with_years(LATER_CURRENCIES).is_sorted());
        assert!(with_years(LATER_CURRENCIES).all(|(code, first)| YEARS.contains(&first) && has(CURRENCIES, code)));
        assert!(UNITS.split(' ').all(|code| currencies().all(|currency| currency != code)));
        assert_eq!(NICE.iter().map(|(_, count)| count).sum::<u16>(), 41);
        assert!(currencies().all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())));
    }

    #[test]
    fn work_roles_are_known_by_number_or_by_form() {
        let words = ["PD-WRL-007", "IN-WRL-002", "OG-WRL-016", "CE-WRL-001", "OM-DTA-001"];
        assert!(words.into_iter().all(|code| is_nice(code) == Some(true)));
        for code in
            ["foo", "", "PD-WRL-008", "PD-WRL-000", "IN-WRL-003", "PD-WRL-7", "pd-wrl-007", "PD-WRL-0071", "PD_WRL_007"]
        {
            assert_ne!(is_nice(code), Some(true), "{code}");
        }
    }

    #[test]
    fn a_retired_code_leads_to_one_that_is_not() {
        assert_eq!(successors("15-1132.00"), ["15-1252.00", "15-1253.00"]);
        assert!(successors("15-1252.00").is_empty());
        for line in RETIRED_ONET.lines() {
            let codes: Vec<&str> = line.split(' ').collect();
            assert!(codes.len() > 1 && codes[1..].iter().all(|code| successors(code).is_empty()), "{line}");
        }
    }
}
