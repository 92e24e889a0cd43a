//! What the probe prints.

use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;

use super::left::Remainder;
use super::point::{Holds, Point};
use super::wire::Ended;
use crate::exit::Exit;
use crate::output::{Output, Tone};

/// All that was found out, and how the asking ended.
pub(super) struct Report {
    points: Vec<Point>,
    left: Vec<Remainder>,
    ended: Option<Ended>,
    /// Why nothing was provisioned at the user's site although it was allowed.
    spared: Option<String>,
}

impl Report {
    pub(super) fn new(
        points: Vec<Point>,
        left: Vec<Remainder>,
        ended: Option<Ended>,
        spared: Option<String>,
    ) -> Self {
        Self {
            points,
            left,
            ended,
            spared,
        }
    }

    /// Prints it. That an assumption does not hold is a result like any other: the exit code tells whether all was asked, and nothing
    /// was left.
    pub(super) fn print(&self, output: Output) -> Result<ExitCode> {
        for remainder in &self.left {
            output.problem(remainder);
        }
        let reason = self
            .ended
            .as_ref()
            .map(ToString::to_string)
            .or(self.spared.clone());
        if let Some(reason) = &reason {
            output.problem(format!("not all was asked: {reason}"));
        }
        let exit = self.exit();
        output.print(
            self.text(output),
            &json!({
                "success": exit.is_none(),
                "points": self.points,
                "left": self.left,
                "not_all_asked": reason,
            }),
        )?;
        Ok(exit.map_or(ExitCode::SUCCESS, ExitCode::from))
    }

    fn exit(&self) -> Option<Exit> {
        let may_be_billed = self.left.iter().any(|remainder| remainder.may_be_billed);
        match &self.ended {
            _ if may_be_billed => Some(Exit::Failed),
            Some(Ended::Interrupted) => Some(Exit::Interrupted),
            Some(Ended::Lost(_) | Ended::Throttled) => Some(Exit::Unreachable),
            None => self.spared.as_ref().map(|_| Exit::Failed),
        }
    }

    fn text(&self, output: Output) -> String {
        let mut text = String::new();
        for point in &self.points {
            let holds = match point.holds {
                Holds::Yes => output.paint(Tone::Good, "yes"),
                Holds::No => output.paint(Tone::Bad, "NO"),
                Holds::Open => output.paint(Tone::Warning, "open"),
            };
            text.push_str(&point.lines(&holds.to_string()));
            text.push('\n');
        }
        for (holds, what) in [
            (Holds::Yes, "as assumed"),
            (Holds::No, "not as assumed"),
            (Holds::Open, "open"),
        ] {
            let names = self
                .points
                .iter()
                .filter(|point| point.holds == holds)
                .map(Point::name);
            let names: Vec<&str> = names.collect();
            if !names.is_empty() {
                text.push_str(&format!("{what}: {}\n", names.join(", ")));
            }
        }
        text.push_str("The numbers are sections of docs/partner-api.md; of 20, its questions.\n");
        text
    }
}
