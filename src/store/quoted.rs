//! Texts in files that are written.

/// A text as YAML takes it, whatever stands in it: JSON's quotes are YAML's too.
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text is JSON")
}
