//! The parser's faults in the words of this program: what is wrong, and what to do.

use serde_yaml::budget::BudgetBreach;
use serde_yaml::granit_parser::ErrorKind;
use serde_yaml::{Error, ExternalMessageSource};

use crate::catalog::read::causes;
use crate::catalog::read::causes::{Cause, QUOTES};
use crate::catalog::read::diagnostic::Place;
use crate::catalog::read::tags;
use crate::catalog::read::written_at;
use crate::catalog::read::written_at::Kind;
use crate::text::harmless::shown;
use crate::text::hint::{Ask, Hint, hint};
use crate::text::suggest;

/// What is wrong, and what to do.
pub struct Told {
    pub rule: &'static str,
    pub message: String,
    pub help: Option<Hint>,
    /// Where it is wrong, where that is not the place at which the parser noticed.
    pub at: Option<Place>,
}

impl Told {
    fn new(rule: &'static str, message: impl Into<String>, help: impl Into<Hint>) -> Self {
        Self { rule, message: message.into(), help: Some(help.into()), at: None }
    }

    pub fn of(Cause { at, message, help }: Cause) -> Self {
        Self { at: Some(at), ..Self::syntax(message, help) }
    }

    fn syntax(message: impl Into<String>, help: impl Into<Hint>) -> Self {
        Self::new("syntax", message, help)
    }
}

/// Says what is wrong with a document. Each kind of the parser's faults has its sentence here.
pub fn explain(error: &Error, text: &str, place: Place) -> Told {
    match error {
        Error::SerdeUnknownField { .. }
        | Error::SerdeMissingField { .. }
        | Error::SerdeUnknownVariant { .. }
        | Error::DuplicateMappingKey { .. } => of_schema(error, text, place),
        Error::ExternalMessage { source, .. } => match &**source {
            ExternalMessageSource::Parser(scanned) => unreadable(scanned.kind(), text, place),
            _ => unlike_yaml(text, place),
        },
        Error::Budget { breach: BudgetBreach::Depth { .. }, .. } => too_deep(),
        Error::Budget { breach, .. } => Told::syntax(breached(breach), SPLIT),
        Error::AliasReplayCounterOverflow { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => {
            Told::syntax("the aliases of the file stand for more than is read", WRITE_OUT)
        }
        Error::UnknownAnchor { .. } => Told::syntax(
            format!("nothing is marked as {}", written_at::word(text, place)),
            "a text that begins with `*` stands in quotes",
        ),
        Error::RecursiveReferencesRequireWeakTypes { .. } => {
            Told::syntax("an alias stands within what it stands for", WRITE_OUT)
        }
        Error::MultipleDocuments { .. } => {
            Told::syntax("the file holds more than one YAML document", "make it two files")
        }
        Error::Eof { .. } => {
            let new = hint![Ask::of("new").word("ID"), " writes one with each field explained"];
            Told::syntax("the file is empty", new)
        }
        Error::MergeValueNotMapOrSeqOfMaps { .. } | Error::MergeKeyNotAllowed { .. } => Told::syntax(
            "`<<` takes in other fields, and there are none",
            "write `<<: *name`, where `&name` marks fields",
        ),
        _ => of_kind(error, text, place),
    }
}

const SPLIT: &str = "make several files of it";
const WRITE_OUT: &str = "write out what they stand for";

/// Fields and words that the schema does not know, or misses.
fn of_schema(error: &Error, text: &str, place: Place) -> Told {
    match error {
        Error::SerdeUnknownField { field, .. }
            if written_at::number_before(text, place).is_some_and(|_| is_digits(field)) =>
        {
            cut_number(text, place, field)
        }
        Error::SerdeUnknownField { field, expected, .. } => {
            Told::new("unknown-field", format!("no field is called `{}`", shown(field)), nearest_field(field, expected))
        }
        Error::SerdeMissingField { field, .. } => {
            if let Some(cause) = causes::out_of_line(text, place, field) {
                return Told::of(cause);
            }
            Told::new("missing-field", format!("the field `{field}` is missing"), format!("add `{field}:`"))
        }
        Error::SerdeUnknownVariant { variant, expected, .. } => {
            let message = match variant.as_str() {
                "" | "~" | "null" => "a word is missing here".to_owned(),
                variant => format!("`{}` is not a word for this", shown(variant)),
            };
            Told::new("unknown-word", message, format!("one of: {}", expected.join(", ")))
        }
        Error::DuplicateMappingKey { key, .. } => {
            let key = key.as_ref().map_or_else(|| written_at::word(text, place), |key| format!("`{}`", shown(key)));
            Told::new("duplicate-key", format!("the key {key} stands here twice"), "take one of the two out")
        }
        _ => unlike_yaml(text, place),
    }
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Says that a comma within a number parts it: `{p25: 78,000}` has a field `000`.
fn cut_number(text: &str, place: Place, rest: &str) -> Told {
    let first = written_at::number_before(text, place).unwrap_or_default();
    let message = format!("a comma parts fields: `{first},{rest}` is read as `{first}` and a field `{rest}`");
    // Only three digits are thousands: a comma before fewer of them is as likely a point.
    let help = match rest.len() {
        3 => format!("write the number without it: `{first}{rest}`"),
        _ => format!("write the number as `{first}.{rest}` or `{first}{rest}`"),
    };
    Told::syntax(message, help)
}

/// A value of another kind than its field takes.
fn of_kind(error: &Error, text: &str, place: Place) -> Told {
    let kind = match error {
        Error::NullIntoString { .. } if written_at::is_number(text, place) => Kind::of_type(""),
        Error::NullIntoString { .. }
        | Error::TaggedScalarCannotDeserializeIntoString { .. }
        | Error::InvalidCharNull { .. }
        | Error::InvalidCharNotSingleScalar { .. }
        | Error::InvalidBinaryBase64 { .. }
        | Error::BinaryNotUtf8 { .. }
        | Error::BytesNotSupportedMissingBinaryTag { .. }
        | Error::QuotingRequired { .. }
        | Error::CannotBorrowTransformedString { .. } => Kind::Text,
        Error::InvalidBooleanStrict { .. } => Kind::Truth,
        Error::NonFiniteFloat { .. } => Kind::Number("a finite number"),
        Error::InvalidScalar { ty, .. } => Kind::of_type(ty),
        Error::SerdeInvalidType { expected, .. }
        | Error::SerdeInvalidValue { expected, .. }
        | Error::SerdeInvalidLength { expected, .. } => Kind::of_expected(expected),
        Error::Unexpected { expected, .. } => Kind::of_expected(expected),
        Error::ExternallyTaggedEnumExpectedScalarOrMapping { .. }
        | Error::ExpectedStringKeyForExternallyTaggedEnum { .. }
        | Error::UnexpectedValueForUnitEnumVariant { .. }
        | Error::ExpectedMappingEndAfterEnumVariantValue { .. }
        | Error::SerdeVariantId { .. }
        | Error::TaggedEnumMismatch { .. } => Kind::Word,
        _ => return unlike_yaml(text, place),
    };
    if let Some(glued) = written_at::glued_colon(text, place) {
        return space_after_colon(text, glued);
    }
    if let Some((mark, at)) = written_at::mark_before(text, place) {
        return Told { at: Some(at), ..Told::syntax(tags::idle(mark), tags::take_out(mark)) };
    }
    let kind = match kind {
        Kind::Text | Kind::Value if written_at::is_number(text, place) => Kind::of_type("f64"),
        kind => kind,
    };
    // What a field refuses is told at the field's name.
    if let Some(value) =
        written_at::behind_key(text, place).filter(|_| matches!(error, Error::SerdeInvalidValue { .. }))
    {
        let told = Told::new("wrong-type", written_at::takes(kind, text, value), written_at::remedy(kind, text, value));
        return Told { at: Some(value), ..told };
    }
    if matches!(error, Error::NullIntoString { .. }) && written_at::word(text, place) == "fields" {
        return Told::new("wrong-type", "a field's name is text, and `null` is none", "put it into quotes");
    }
    Told::new("wrong-type", written_at::takes(kind, text, place), written_at::remedy(kind, text, place))
}

/// What the scanner cannot read, by its own kinds of faults; of the others, by what stands there.
fn unreadable(kind: &ErrorKind, text: &str, place: Place) -> Told {
    use ErrorKind as Is;
    match kind {
        Is::RecursionLimitExceeded => too_deep(),
        Is::TabNotAllowed | Is::TabInBlockIndentation | Is::TabInIndentation | Is::TabAtBlockScalarStart => {
            indented_with_tab(place)
        }
        Is::UnclosedFlowCollection { open } | Is::MismatchedFlowCollectionEnd { open, .. } => {
            unclosed(*open, text, place)
        }
        Is::UnexpectedEofFlowSequence | Is::ExpectedFlowSequenceSeparator => unclosed('[', text, place),
        Is::UnexpectedEofFlowMapping | Is::UnexpectedEofImplicitFlowMapping | Is::ExpectedFlowMappingSeparator => {
            unclosed('{', text, place)
        }
        Is::MisplacedFlowCollectionEnd => Told::syntax("a bracket is closed that was not opened", "take it out"),
        Is::UnclosedQuotedScalar
        | Is::InvalidTrailingSingleQuotedScalar
        | Is::InvalidTrailingDoubleQuotedScalar
        | Is::DocumentIndicatorInQuotedScalar => not_quoted(),
        Is::UnknownQuotedScalarEscape
        | Is::InvalidQuotedScalarHexEscape
        | Is::InvalidLowSurrogateHexEscape
        | Is::InvalidLowSurrogate
        | Is::MissingLowSurrogate
        | Is::UnpairedLowSurrogate
        | Is::InvalidUnicodeEscape => Told::syntax(
            "a backslash in double quotes begins a sign that is not there",
            "write it twice, or put the text into single quotes",
        ),
        Is::MissingAnchorOrAliasName
        | Is::UndeclaredTagHandle
        | Is::ExpectedTagBang
        | Is::InvalidTagTerminator
        | Is::MissingTagUri
        | Is::UnclosedVerbatimTag
        | Is::InvalidTagEscape => Told::syntax("a text cannot begin with `&`, `*` or `!`", QUOTES),
        Is::BomInsideDocument => Told::syntax("a byte order mark stands in the midst of the file", "take it out"),
        _ => unlike_yaml(text, place),
    }
}

fn not_quoted() -> Told {
    Told::syntax(
        "a quotation is not closed, or goes on behind its end",
        "end it with the mark that it begins with; within it, write that mark twice or take the other quotes",
    )
}

fn too_deep() -> Told {
    Told::syntax("the file nests too deep", "nothing that is read nests so deep")
}

fn indented_with_tab(at: Place) -> Told {
    Told { at: Some(at), ..Told::syntax("a line is indented with a tab", "indent with spaces") }
}

/// What keeps brackets from being closed, where something within them does.
fn unclosed(bracket: char, text: &str, place: Place) -> Told {
    let line = written_at::line(text, place);
    let within = causes::in_brackets(text, place).or_else(|| causes::cut_list(line, place));
    within.map_or_else(|| not_closed(bracket), Told::of)
}

fn not_closed(bracket: char) -> Told {
    match bracket {
        '[' => Told::syntax("a list in brackets is not closed", "part its values by commas, and end it with `]`"),
        _ => Told::syntax("fields in braces are not closed", "part them by commas, and end them with `}`"),
    }
}

/// What is no YAML, by what most often stands in such a place.
fn unlike_yaml(text: &str, place: Place) -> Told {
    if let Some(glued) = written_at::glued_colon(text, place) {
        return space_after_colon(text, glued);
    }
    let lines = [place.line, place.line + 1].map(|line| Place { line, column: 1, width: 1 });
    if let Some(tabbed) = lines.into_iter().find(|at| written_at::is_tabbed(written_at::line(text, *at))) {
        return indented_with_tab(tabbed);
    }
    let line = written_at::line(text, place);
    if let Some(control) = line.chars().find(|c| c.is_control() && *c != '\t') {
        let message = format!("a control character stands here: `{}`", control.escape_unicode());
        return Told::syntax(message, "take it out");
    }
    let told = in_quotes(text, place).or_else(|| causes::of_unreadable(text, place).map(Told::of));
    let told = told.or_else(|| written_at::open_bracket(line).map(not_closed));
    told.or_else(|| causes::of_plain_line(text, place).map(Told::of)).unwrap_or_else(|| {
        Told::syntax(
            "the file cannot be read from here on",
            "fields are `name: value`, lists `- value`, and what belongs together is indented alike",
        )
    })
}

/// Says what a line lacks that quotation marks would give it.
fn in_quotes(text: &str, place: Place) -> Option<Told> {
    let line = written_at::line(text, place);
    match written_at::value(line).chars().next() {
        Some('"' | '\'') => Some(not_quoted()),
        Some(sign @ ('@' | '`' | '%')) => {
            Some(Told::syntax(format!("a text cannot begin with {}", named(sign)), QUOTES))
        }
        _ if written_at::has_bare_colon(line) => {
            let misindented = causes::misindented(text, place).map(Told::of);
            misindented.or_else(|| Some(Told::syntax("a text with a colon in it is read as another field", QUOTES)))
        }
        _ => None,
    }
}

fn named(sign: char) -> String {
    if sign == '`' { "a backtick".to_owned() } else { format!("`{sign}`") }
}

fn space_after_colon(text: &str, glued: Place) -> Told {
    let (name, value) =
        written_at::line(text, glued).trim_start_matches(['-', ' ', '\t']).split_once(':').unwrap_or_default();
    let start: String = value.chars().take(20).collect();
    let help = format!("write `{}: {}`", shown(name), shown(start.trim_end()));
    Told { at: Some(glued), ..Told::syntax("a colon needs a space behind it", help) }
}

/// Says which of the parser's limits a file goes over.
fn breached(breach: &BudgetBreach) -> &'static str {
    match breach {
        BudgetBreach::Events { .. } | BudgetBreach::Nodes { .. } => "the file holds more values than are read",
        BudgetBreach::Aliases { .. } | BudgetBreach::Anchors { .. } => "the file has more aliases than are followed",
        BudgetBreach::ScalarBytes { .. } => "the aliases of the file stand for more text than is read",
        _ => "the file holds more than is read",
    }
}

fn nearest_field(field: &str, expected: &[&'static str]) -> String {
    let likeness = |name: &&&str| strsim::jaro_winkler(field, name);
    let nearest = expected.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    match nearest.filter(|name| likeness(name) > 0.8) {
        Some(name) => format!("did you mean {}?", suggest::one_of(&[name])),
        None => format!("the fields are: {}", expected.join(", ")),
    }
}
