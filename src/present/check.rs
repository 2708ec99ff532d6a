//! What is wrong with a catalog, and the rules that it is held to.

use crate::present::document::{Block, Column, Glyphs, Table};
use crate::present::figures::{count, thousands};
use crate::present::label::Label;
use crate::present::records::{Audience, Records};
use crate::present::text::{Text, labelled, row, text};
use crate::text::hint::{Ask, hint};
use crate::view::{Checked, FaultEntry, RuleEntry, Rules, Unused, UnusedEntry, UnusedKind};

pub fn document(checked: &Checked, glyphs: Glyphs) -> Vec<Block> {
    let drawn = |entry: &FaultEntry| Block::Fault { fault: Box::new(entry.fault.clone()), unicode: glyphs.unicode };
    let mut blocks: Vec<Block> = checked.faults.iter().map(drawn).collect();
    blocks.push(Block::line(verdict(checked)));
    if let Some(first) = checked.faults.first() {
        let explained = Ask::of("check").words(["--explain", first.rule]);
        blocks.push(Block::Hint(hint!["What a rule asks for: ", explained]));
    }
    blocks
}

fn verdict(checked: &Checked) -> String {
    let roles = count(checked.roles, "role");
    let warnings = checked.faults.iter().filter(|fault| fault.severity == "warning").count();
    let faults = match checked.faults.len() - warnings {
        0 => "no fault".to_owned(),
        faults => count(faults, "fault"),
    };
    let warnings = if warnings == 0 { String::new() } else { format!(", {}", count(warnings, "warning")) };
    format!("{}: {roles}, {faults}{warnings}", checked.catalog)
}

/// `file:line:column: rule: message (help)`, as compilers have it and CI annotations read it.
pub fn records<'v>(checked: &'v Checked, audience: Audience) -> Records<'v> {
    let record = |fault: &'v FaultEntry| {
        let place = match fault.line {
            0 => fault.file.clone(),
            line => format!("{}:{line}:{}", fault.file, fault.column),
        };
        let help = fault.help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
        let advice = if fault.severity == "warning" { "warning: " } else { "" };
        audience
            .record("")
            .said(format!("{place}: {advice}{}: {}{help}", fault.rule, fault.message))
            .exact("file", fault.file.clone())
            .exact("line", fault.line.to_string())
            .exact("column", fault.column.to_string())
            .exact("severity", fault.severity)
            .exact("rule", fault.rule)
            .exact("message", fault.message.clone())
            .exact("help", fault.help.clone().unwrap_or_default())
    };
    let fields = &["file", "line", "column", "severity", "rule", "message", "help"];
    Records { fields, records: checked.faults.iter().map(record).collect() }
}

pub fn rules_document(rules: &Rules) -> Vec<Block> {
    if let [rule] = rules.rules.as_slice() {
        return vec![
            Block::title(labelled(Label::Title, rule.name), rule.kind),
            Block::paragraph(text![labelled(Label::Aside, "asks"), " ", rule.what]),
            Block::paragraph(text![labelled(Label::Aside, "why"), " ", rule.why]),
            Block::paragraph(text![labelled(Label::Aside, "mend"), " ", rule.mend]),
        ];
    }
    let row = |rule: &RuleEntry| row![labelled(Label::Id, rule.name), rule.kind, rule.what];
    let columns = vec![Column::left("rule"), Column::left("kind"), Column::prose("asks")];
    vec![Block::Table(Table { columns, rows: rules.rules.iter().map(row).collect(), titled: true })]
}

pub fn rules_records<'v>(rules: &'v Rules, audience: Audience) -> Records<'v> {
    let record = |rule: &'v RuleEntry| {
        audience
            .record("")
            .text("name", rule.name)
            .text("kind", rule.kind)
            .text("what", rule.what)
            .text("why", rule.why)
            .text("mend", rule.mend)
    };
    Records { fields: &["name", "kind", "what", "why", "mend"], records: rules.rules.iter().map(record).collect() }
}

pub fn unused_document(unused: &Unused) -> Vec<Block> {
    let mut blocks = Vec::new();
    for kind in &unused.kinds {
        blocks.push(Block::heading(kind.kind, &sum(kind)));
        let row = |entry: &UnusedEntry| row![&entry.source, &entry.name];
        let columns = vec![Column::left("source"), Column::text("name")];
        let rows: Vec<Vec<Text>> = kind.unused.iter().map(row).collect();
        if !rows.is_empty() {
            blocks.push(Block::Table(Table { columns, rows, titled: false }));
        }
    }
    blocks
}

/// `107 of 638 used by nothing`.
fn sum(kind: &UnusedKind) -> String {
    let number = |count: usize| thousands(count as u64);
    format!("{} of {} used by nothing", number(kind.unused.len()), number(kind.count))
}

/// A line for each kind, then one for each entry.
pub fn unused_records<'v>(unused: &'v Unused, audience: Audience) -> Records<'v> {
    let sums = unused.kinds.iter().filter(|_| audience == Audience::Lines);
    let sums = sums.map(|kind| audience.record("count").said(kind.kind).said(sum(kind)));
    let entry = |kind: &'v UnusedKind, entry: &'v UnusedEntry| {
        let record = audience.record("unused").text("kind", kind.kind);
        record.text("source", entry.source.as_str()).text("name", entry.name.as_str())
    };
    let entries = unused.kinds.iter().flat_map(|kind| kind.unused.iter().map(move |unused| entry(kind, unused)));
    Records { fields: &["kind", "source", "name"], records: sums.chain(entries).collect() }
}
