//! What labels look like on a dark page, on a light one, and where nobody says which: the only colors of the
//! program. Nothing is said by color alone.
//!
//! One color is for headings and drawings, one for what to notice, one for what is said beside. Where the page is
//! not known, or the terminal has sixteen colors, weight alone tells them apart.

use std::env;

use owo_colors::{Style, XtermColors};

use crate::present::label::Label;
use crate::view::error::ticked;

/// What a page is written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Dark,
    Light,
    /// Nobody says.
    Unknown,
}

/// A color each for headings and drawings, for what to notice, and for what is said beside.
const DARK: [u8; 3] = [75, 215, 247];
const LIGHT: [u8; 3] = [25, 94, 241];

impl Theme {
    /// `ROLES_THEME`, then `COLORFGBG`, which some terminals set; unknown where the terminal has sixteen colors.
    pub fn of_environment() -> Self {
        let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let stated = set("ROLES_THEME").and_then(|theme| Self::named(&theme));
        let colors = |term: &str| term.contains("256") || term.contains("direct") || term.contains("kitty");
        let has_colors = set("COLORTERM").is_some() || set("TERM").is_some_and(|term| colors(&term));
        let told = || set("COLORFGBG").filter(|_| has_colors).map(|colors| Self::of_background(&colors));
        stated.or_else(told).unwrap_or(Self::Unknown)
    }

    /// The theme that a word names.
    fn named(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "dark" => Some(Self::Dark),
            "light" => Some(Self::Light),
            "none" => Some(Self::Unknown),
            _ => None,
        }
    }

    /// `15;0` is white on black: the last number is the page.
    fn of_background(colors: &str) -> Self {
        match colors.rsplit(';').next().and_then(|color| color.parse::<u8>().ok()) {
            Some(0..=6 | 8) => Self::Dark,
            Some(7 | 9..=15) => Self::Light,
            _ => Self::Unknown,
        }
    }

    /// Says that a word of `ROLES_THEME` is none.
    pub fn unread(word: &str) -> Option<String> {
        let is_known = word.trim().is_empty() || Self::named(word).is_some();
        (!is_known).then(|| format!("ROLES_THEME: {} is left out: the themes are dark, light and none", ticked(word)))
    }

    pub fn style(self, label: Label) -> Style {
        let [drawn, noticed, aside] = match self {
            Self::Dark => DARK.map(Some),
            Self::Light => LIGHT.map(Some),
            Self::Unknown => [None; 3],
        };
        let plain = Style::new();
        let colored = |style: Style, color: Option<u8>| match color {
            Some(color) => style.color(XtermColors::from(color)),
            None => style,
        };
        match label {
            Label::Title | Label::Hint => plain.bold(),
            Label::Heading => colored(plain.bold(), drawn),
            Label::Bar => colored(plain, drawn),
            // What one types is not the faintest thing.
            Label::Id | Label::Name => plain,
            Label::Aside if aside.is_none() => plain.dimmed(),
            Label::Aside => colored(plain, aside),
            Label::Mark if noticed.is_none() => plain.bold(),
            Label::Mark => colored(plain, noticed),
            Label::Hit => colored(plain.bold().underline(), noticed),
            Label::Error => colored(plain.bold(), noticed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The backgrounds of themes that many have.
    const DARKS: [(&str, u32); 9] = [
        ("black", 0x000000),
        ("Catppuccin Mocha", 0x1e1e2e),
        ("Dracula", 0x282a36),
        ("Gruvbox dark", 0x282828),
        ("Monokai", 0x272822),
        ("Nord", 0x2e3440),
        ("One Dark", 0x282c34),
        ("Solarized dark", 0x002b36),
        ("Tokyo Night", 0x1a1b26),
    ];
    const LIGHTS: [(&str, u32); 5] = [
        ("white", 0xffffff),
        ("Catppuccin Latte", 0xeff1f5),
        ("Gruvbox light", 0xfbf1c7),
        ("One Light", 0xfafafa),
        ("Solarized light", 0xfdf6e3),
    ];

    fn linear(rgb: [u32; 3]) -> [f64; 3] {
        rgb.map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn of_palette(color: u8) -> [f64; 3] {
        let channel = |step: u8| if step == 0 { 0 } else { 55 + 40 * u32::from(step) };
        linear(match color {
            232.. => [8 + (u32::from(color) - 232) * 10; 3],
            _ => [(color - 16) / 36, (color - 16) / 6 % 6, (color - 16) % 6].map(channel),
        })
    }

    fn luminance([r, g, b]: [f64; 3]) -> f64 {
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// As WCAG 2 has it.
    fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn colors_stand_out_on_the_themes_that_many_have() {
        for (colors, pages) in [(DARK, &DARKS[..]), (LIGHT, &LIGHTS[..])] {
            for (name, page) in pages {
                for color in colors {
                    let contrast = contrast(of_palette(color), linear([page >> 16, page >> 8 & 255, page & 255]));
                    assert!(contrast > 4.5, "{color} on {name}: {contrast:.2}");
                }
            }
        }
    }

    /// Machado, Oliveira and Fernandes 2009, of full severity: who does not see red, green or blue.
    const BLIND: [[[f64; 3]; 3]; 3] = [
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ];

    #[test]
    fn the_color_blind_tell_colors_apart() {
        let seen = |color: [f64; 3], eye: [[f64; 3]; 3]| {
            eye.map(|row| row.iter().zip(color).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0).powf(1.0 / 2.2))
        };
        for [drawn, noticed, _] in [DARK, LIGHT] {
            for eye in BLIND {
                let pair = [drawn, noticed].map(|color| seen(of_palette(color), eye));
                let distance: f64 = pair[0].iter().zip(pair[1]).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                assert!(distance > 0.2, "{drawn} and {noticed}: {distance:.2}");
            }
        }
    }

    #[test]
    fn the_page_is_known_from_its_background() {
        let themes = ["15;0", "0;15", "0;default;15", "7;8", "default", ""].map(Theme::of_background);
        use Theme::{Dark, Light, Unknown};
        assert_eq!(themes, [Dark, Light, Light, Dark, Unknown, Unknown]);
        assert_eq!(Theme::unread("Dark "), None);
        assert_eq!(
            Theme::unread("blue").as_deref(),
            Some("ROLES_THEME: `blue` is left out: the themes are dark, light and none")
        );
    }
}
