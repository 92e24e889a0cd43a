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
}

impl Place {
    /// The same, or the beginning where a setting was changed meanwhile.
    pub(super) fn within(self, keys: usize, plans: usize) -> Self {
        let is_within = self.key < keys && self.plan.is_none_or(|plan| plan < plans) && self.page < u32::MAX;
        if is_within { self } else { Self::default() }
    }

    /// The one after it; `None` after the last plan of the last key.
    pub(super) fn next(self, goes_on: bool, keys: usize, plans: usize) -> Option<Self> {
        let Self { key, plan, page } = self;
        if goes_on {
            return Some(Self {
                page: page + 1,
                ..self
            });
        }
        let plan = plan.map_or(0, |plan| plan + 1);
        if plan < plans {
            return Some(Self {
                key,
                plan: Some(plan),
                page: 0,
            });
        }
        (key + 1 < keys).then(|| Self {
            key: key + 1,
            ..Self::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_is_read_whole_and_then_plan_by_plan() {
        let mut place = Some(Place::default());
        let mut read = Vec::new();
        while let Some(here) = place {
            read.push((here.key, here.plan, here.page));
            let goes_on = here.plan.is_none() && here.page == 0;
            place = here.next(goes_on, 2, 2);
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
    fn a_place_that_is_none_any_more_is_the_beginning() {
        let place = |key, plan| Place { key, plan, page: 3 };
        assert_eq!(place(1, None).within(1, 5), Place::default());
        assert_eq!(place(0, Some(5)).within(1, 5), Place::default());
        assert_eq!(place(0, Some(4)).within(1, 5), place(0, Some(4)));
    }
}
