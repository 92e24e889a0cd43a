//! Plans that no document names. A partner may have some of its own, so they are no mistake; but a typo
//! would be one, and is the same in every line.

use std::collections::BTreeMap;
use std::fmt;

use jetpack_partner::Plan;
use strsim::jaro_winkler;

/// Many of them are a column that holds something else.
const KEPT: usize = 20;

/// Closer than that is likely a typo: `premum` and `premium` are 0.97 alike, `scan` and `free` 0.5.
const ALIKE: f64 = 0.85;

/// How often each is there, and where first.
#[derive(Debug, Default)]
pub(crate) struct UnknownPlans(BTreeMap<String, (u64, u64)>);

impl UnknownPlans {
    pub(crate) fn count(&mut self, plan: Option<&Plan>, line: u64) {
        let Some(plan) = plan.filter(|plan| plan.product().is_none()) else {
            return;
        };
        if let Some((count, _)) = self.0.get_mut(plan.as_str()) {
            *count += 1;
        } else if self.0.len() < KEPT {
            self.0.insert(plan.as_str().to_owned(), (1, line));
        }
    }

    /// How often each is there.
    pub(crate) fn counts(&self) -> BTreeMap<&str, u64> {
        self.0
            .iter()
            .map(|(slug, (count, _))| (slug.as_str(), *count))
            .collect()
    }
}

/// A line for each.
impl fmt::Display for UnknownPlans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (slug, (count, first)) in &self.0 {
            let alike = |known: &&str| jaro_winkler(slug, known);
            let nearest = Plan::known().max_by(|one, other| alike(one).total_cmp(&alike(other)));
            let meant = match nearest.filter(|known| alike(known) >= ALIKE) {
                Some(known) => format!(" Did you mean {known}?"),
                None => String::new(),
            };
            let lines = if *count == 1 { "line" } else { "lines, first" };
            let count = if *count == 1 {
                String::new()
            } else {
                format!("{count} ")
            };
            writeln!(
                f,
                "look: {count}{lines} {first}: no document names a plan \"{slug}\"; if it is not one of your own, the API will refuse it.{meant}"
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_is_told_once_with_what_was_meant_and_a_plan_of_ones_own_without() {
        let mut plans = UnknownPlans::default();
        for (slug, line) in [("premum", 2), ("premium", 3), ("premum", 4), ("woo-host-pack", 5)] {
            plans.count(Some(&slug.parse().unwrap()), line);
        }
        let said = plans.to_string();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.len(), 2, "{said}");
        assert!(
            lines[0].starts_with("look: 2 lines, first 2: ") && lines[0].ends_with("Did you mean premium?")
        );
        assert!(
            lines[1].starts_with("look: line 5: ") && !lines[1].contains("mean"),
            "{said}"
        );
    }
}
