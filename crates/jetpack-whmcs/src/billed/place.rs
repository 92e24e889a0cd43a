use serde::{Deserialize, Serialize};

/// How far the report is read: PHP keeps it from one page to the next, and knows nothing of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which of the keys.
    pub(super) key: usize,
    /// Which of the plans is asked for; none in the reading of the whole.
    pub(super) plan: Option<usize>,
    /// The page, from 0.
    pub(super) page: u32,
    /// How many rows the pages before it had.
    #[serde(default)]
    pub(super) listed: u64,
    /// Rows of a page, where the report gives fewer than were asked for.
    #[serde(default)]
    pub(super) rows: Option<u32>,
    /// Whose report it is, and of which keys and plans.
    #[serde(default)]
    pub(super) of: String,
}

impl Place {
    /// Where the report begins that is known by this.
    pub(super) fn beginning(of: String) -> Self {
        Self {
            of,
            ..Self::default()
        }
    }

    /// The page after it; the next reading's first where the reading is over; `None` after the last plan of the last key.
    pub(super) fn next(self, following: Option<Following>, keys: usize, plans: usize) -> Option<Self> {
        if let Some(Following { listed, rows }) = following {
            return Some(Self {
                page: self.page + 1,
                listed,
                rows,
                ..self
            });
        }
        let begin = |key, plan| Self {
            key,
            plan,
            ..Self::beginning(self.of.clone())
        };
        let plan = self.plan.map_or(0, |plan| plan + 1);
        if plan < plans {
            return Some(begin(self.key, Some(plan)));
        }
        (self.key + 1 < keys).then(|| begin(self.key + 1, None))
    }
}

/// How a reading goes on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Following {
    /// Rows of all pages up to now.
    listed: u64,
    /// As `Place` has it.
    rows: Option<u32>,
}

impl Place {
    /// After a page of so many rows, of which so many were asked for and that counts so many over all; `None` at the end of the
    /// reading. The error is how many rows there were, where a page has none before all are listed.
    pub(super) fn following(&self, asked: u32, listed: u64, total: u64) -> Result<Option<Following>, u64> {
        let all = self.listed + listed;
        if all >= total {
            return Ok(None);
        }
        if listed == 0 {
            return Err(all);
        }
        // What a page has at most is not documented (partner-api.md §10): the first one shows it.
        let fewer = u32::try_from(listed)
            .ok()
            .filter(|fewer| self.page == 0 && *fewer < asked);
        Ok(Some(Following {
            listed: all,
            rows: fewer.or(self.rows),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_is_read_whole_and_then_plan_by_plan() {
        let mut place = Some(Place::beginning("report".into()));
        let mut read = Vec::new();
        while let Some(here) = place {
            assert_eq!(here.of, "report");
            read.push((here.key, here.plan, here.page));
            let goes_on = here.plan.is_none() && here.page == 0;
            let following = Following {
                listed: 5,
                rows: None,
            };
            place = here.next(goes_on.then_some(following), 2, 2);
        }
        let of_one = |key| {
            [
                (key, None, 0),
                (key, None, 1),
                (key, Some(0), 0),
                (key, Some(1), 0),
            ]
        };
        assert_eq!(read, [of_one(0), of_one(1)].concat());
    }

    #[test]
    fn a_reading_ends_when_all_is_listed_and_not_before() {
        let place = |page, listed| Place {
            page,
            listed,
            ..Place::default()
        };
        let goes_on = |listed, rows| Ok(Some(Following { listed, rows }));
        assert_eq!(place(0, 0).following(100, 0, 0), Ok(None));
        assert_eq!(place(0, 0).following(100, 100, 241), goes_on(100, None));
        assert_eq!(place(2, 200).following(100, 41, 241), Ok(None));
        assert_eq!(place(1, 100).following(100, 0, 241), Err(100), "it is cut short");
        assert_eq!(
            place(0, 0).following(100, 20, 241),
            goes_on(20, Some(20)),
            "its pages are smaller"
        );
        let smaller = Place {
            rows: Some(20),
            ..place(1, 20)
        };
        assert_eq!(smaller.following(20, 20, 241), goes_on(40, Some(20)));
        assert_eq!(
            place(1, 100).following(100, 90, 241),
            goes_on(190, None),
            "only the first page tells"
        );
    }
}
