//! What was found out about one question.

use serde::Serialize;

use super::answered::{Answered, Exchange};

/// Whether what the project takes for granted is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Holds {
    Yes,
    No,
    /// The answers do not tell, or it was not asked.
    Open,
}

/// One question that no document answers, and what the API did.
#[derive(Debug, Serialize)]
pub(super) struct Point {
    /// Its section in partner-api.md, and its number there: `20.4`.
    point: &'static str,
    question: &'static str,
    /// What the project takes for granted meanwhile.
    assumption: &'static str,
    pub(super) holds: Holds,
    found: Vec<String>,
    exchanges: Vec<Exchange>,
}

impl Point {
    pub(super) fn new(point: &'static str, question: &'static str, assumption: &'static str) -> Self {
        Self {
            point,
            question,
            assumption,
            holds: Holds::Open,
            found: Vec::new(),
            exchanges: Vec::new(),
        }
    }

    /// Shows what was sent and answered.
    pub(super) fn saw<'a>(&mut self, answered: impl IntoIterator<Item = &'a Answered>) {
        let exchanges = answered.into_iter().map(|answered| answered.exchange.clone());
        self.exchanges.extend(exchanges);
    }

    /// Shows what a call of the client's sent and heard.
    pub(super) fn overheard(&mut self, exchange: Exchange) {
        self.exchanges.push(exchange);
    }

    /// Says what was found, and what that means for the assumption: one `false` outweighs all else.
    pub(super) fn found(&mut self, holds: Option<bool>, text: impl Into<String>) {
        self.found.push(text.into());
        self.holds = match (self.holds, holds) {
            (Holds::No, _) | (_, Some(false)) => Holds::No,
            (_, Some(true)) => Holds::Yes,
            (holds, None) => holds,
        };
    }

    /// Says that it was not asked, and why, if nothing else was found.
    pub(super) fn unless_asked(mut self, why: &str) -> Self {
        if self.found.is_empty() {
            self.found.push(format!("Not asked: {why}."));
        }
        self
    }

    /// Its name in a summary.
    pub(super) fn name(&self) -> &'static str {
        self.point
    }

    /// As lines for people; `holds` is the word for that in its colour.
    pub(super) fn lines(&self, holds: &str) -> String {
        let mut text = format!("{:<6}{}\n", self.point, self.question);
        for exchange in &self.exchanges {
            text.push_str(&format!("      sent      {}\n", exchange.sent));
            text.push_str(&format!("      answered  {}\n", exchange.answered));
        }
        for found in &self.found {
            text.push_str(&format!("      found     {found}\n"));
        }
        text.push_str(&format!("      assumed   {} {holds}\n", self.assumption));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_finding_against_it_outweighs_all_others() {
        let mut point = Point::new("20.0", "?", "!");
        assert_eq!(point.holds, Holds::Open);
        point.found(None, "nothing");
        assert_eq!(point.holds, Holds::Open);
        point.found(Some(true), "as assumed");
        assert_eq!(point.holds, Holds::Yes);
        point.found(Some(false), "otherwise");
        point.found(Some(true), "as assumed again");
        assert_eq!(point.holds, Holds::No);
    }
}
