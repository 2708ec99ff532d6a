//! What a piece of text is; `palette` says what that looks like.

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The title of a page.
    Title,
    /// The heading of a section.
    Heading,
    /// An id that can be typed.
    Id,
    /// What is said beside: units, dates, sources.
    Aside,
    /// The name that a row is about.
    Name,
    /// A bar or a drawn line.
    Bar,
    /// A mark that points something out.
    Mark,
    /// A word that was searched for.
    Hit,
    /// The word `error`.
    Error,
    /// The word `hint`.
    Hint,
}

/// All of them, with the names by which `ROLES_COLORS` calls them.
pub const LABELS: [(Label, &str); 10] = [
    (Label::Title, "title"),
    (Label::Heading, "heading"),
    (Label::Id, "id"),
    (Label::Aside, "aside"),
    (Label::Name, "name"),
    (Label::Bar, "bar"),
    (Label::Mark, "mark"),
    (Label::Hit, "hit"),
    (Label::Error, "error"),
    (Label::Hint, "hint"),
];
